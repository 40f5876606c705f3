internal import Glibc

/// Why a socket could not be made ready; the sentence is meant for the operator who starts the service.
public struct SocketFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong and on which path.
    public let sentence: String
    /// The number the system gave, or 0 where no call failed.
    public let number: Int32

    init(_ sentence: String, number: Int32 = 0) {
        self.sentence = sentence
        self.number = number
    }

    /// A system call on `path` that returned -1, told with the system's own words.
    static func system(_ action: String, _ path: String) -> SocketFailure {
        let number = errno
        return SocketFailure("Cannot \(action) \(path): \(String(cString: strerror(number))).", number: number)
    }

    public var description: String { sentence }
}
