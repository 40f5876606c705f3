/// Why bytes are not the value that was asked for, or why a value cannot be written.
public struct JSONFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// Which rule was broken, so that the envelope can tell bad JSON from a bad value.
    enum Cause: Hashable, Sendable {
        case grammar
        case depth
        case size
        case shape
    }

    /// JSON pointer (RFC 6901) to the offending value, empty for the whole document: `/ideas/0/title`.
    public internal(set) var path: String
    /// What is wrong, in words that a caller can act on.
    public let sentence: String
    let cause: Cause

    public init(path: String = "", sentence: String) {
        self.init(.shape, sentence, path: path)
    }

    init(_ cause: Cause, _ sentence: String, path: String = "") {
        self.cause = cause
        self.sentence = sentence
        self.path = path
    }

    public var description: String { path.isEmpty ? sentence : "\(path): \(sentence)" }

    /// The same failure seen from one level further out. Paths grow only while an error unwinds, so that decoding
    /// that succeeds pays nothing for them.
    func below(_ step: String) -> JSONFailure {
        var moved = self
        moved.path = Self.pointer(step) + path
        return moved
    }

    static func pointer(_ step: String) -> String {
        guard step.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
            return "/" + step
        }
        var escaped = "/"
        for character in step {
            switch character {
            case "~": escaped += "~0"
            case "/": escaped += "~1"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
