/// The header block in front of each message in the framing of the Language Server Protocol.
enum HeaderBlock: Equatable {
    /// The blank line has not arrived yet.
    case incomplete
    /// `size` bytes of header, then `contentLength` bytes of JSON.
    case complete(size: Int, contentLength: Int)
    /// Not a header block, or one without a usable length.
    case malformed

    /// No client sends more than two short headers; whoever sends more is not speaking this protocol.
    static let maximumSize = 4096

    /// Reads a block at the start of `bytes`. Names match in any case, order does not matter, unknown headers are
    /// passed over. Lines end with CRLF or LF.
    static func parse(_ bytes: UnsafeRawBufferPointer) -> HeaderBlock {
        var length: Int?
        var lineStart = 0
        for index in 0..<min(bytes.count, maximumSize) where bytes[index] == UInt8(ascii: "\n") {
            let line = trimmed(bytes, lineStart..<index)
            if line.isEmpty {
                guard lineStart > 0, let length else { return .malformed }
                return .complete(size: index + 1, contentLength: length)
            }
            switch contentLength(bytes, line) {
            case .other: break
            case .length(let value):
                guard length == nil || length == value else { return .malformed }
                length = value
            case .malformed: return .malformed
            }
            lineStart = index + 1
        }
        return bytes.count >= maximumSize ? .malformed : .incomplete
    }

    private enum Line { case other, length(Int), malformed }

    private static func contentLength(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) -> Line {
        guard let colon = line.first(where: { bytes[$0] == UInt8(ascii: ":") }), colon > line.lowerBound else {
            return .malformed
        }
        guard matches(bytes, line.lowerBound..<colon, "content-length") else { return .other }
        let digits = trimmed(bytes, (colon + 1)..<line.upperBound)
        guard !digits.isEmpty, digits.count <= 15 else { return .malformed }
        var value = 0
        for index in digits {
            guard bytes[index] >= UInt8(ascii: "0"), bytes[index] <= UInt8(ascii: "9") else { return .malformed }
            value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
        }
        return .length(value)
    }

    /// Compares with a lower-case name, ignoring the case of ASCII letters.
    private static func matches(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ name: StaticString) -> Bool {
        guard range.count == name.utf8CodeUnitCount else { return false }
        return name.withUTF8Buffer { expected in
            zip(range, expected).allSatisfy { bytes[$0] | 0x20 == $1 | 0x20 }
        }
    }

    private static func trimmed(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, isBlank(bytes[low]) { low += 1 }
        while high > low, isBlank(bytes[high - 1]) { high -= 1 }
        return low..<high
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }
}
