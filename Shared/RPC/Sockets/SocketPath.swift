internal import Glibc

/// The file name of a Unix socket, known to fit into a socket address.
public struct SocketPath: Sendable, Hashable, CustomStringConvertible {
    /// The most bytes that a socket address of Linux holds, its closing NUL not counted.
    public static let maximumLength = 107

    /// The path as it was given.
    public let text: String

    /// - Throws: ``SocketFailure`` when the path is empty, holds a NUL or is longer than ``maximumLength`` bytes.
    public init(_ text: String) throws(SocketFailure) {
        let length = text.utf8.count
        guard length > 0 else { throw SocketFailure("The socket path is empty.") }
        guard !text.utf8.contains(0) else { throw SocketFailure("The socket path holds a NUL byte.") }
        guard length <= Self.maximumLength else {
            throw SocketFailure(
                "The socket path \(text) is \(length) bytes long; Linux allows \(Self.maximumLength). Use a shorter folder."
            )
        }
        self.text = text
    }

    public var description: String { text }

    /// Calls `body` with the path as the address that `bind` and `connect` take.
    func withAddress(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: text.utf8) }
        return withUnsafeBytes(of: &address) { bytes in
            bytes.withMemoryRebound(to: sockaddr.self) { pointers in
                guard let pointer = pointers.baseAddress else { return -1 }
                return body(pointer, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
