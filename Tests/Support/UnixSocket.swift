import Foundation
import Glibc

/// A blocking Unix socket of a test, stream or datagram. What waits does so on a thread of its own and for a minute
/// at most, so that silence fails a test and never hangs it.
public final class UnixSocket: Sendable {
    private let descriptor: Int32

    private init(_ kind: __socket_type) throws {
        descriptor = socket(AF_UNIX, Int32(kind.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw SocketTrouble("socket") }
        var limit = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    /// A connection to a server.
    public convenience init(connectingTo path: String) throws {
        try self.init(SOCK_STREAM)
        guard Self.address(path, { connect(descriptor, $0, $1) }) == 0 else { throw SocketTrouble("connect \(path)") }
    }

    /// Where datagrams arrive.
    public convenience init(receivingAt path: String) throws {
        try self.init(SOCK_DGRAM)
        guard Self.address(path, { bind(descriptor, $0, $1) }) == 0 else { throw SocketTrouble("bind \(path)") }
    }

    /// The next datagram, or the next bytes; nothing at the end of a stream.
    public func receive() async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { [self] in continuation.resume(with: Result { try receiveNow() }) }
        }
    }

    private func receiveNow() throws -> String {
        var bytes = [UInt8](repeating: 0, count: 65536)
        let count = recv(descriptor, &bytes, bytes.count, 0)
        guard count >= 0 else { throw SocketTrouble("recv") }
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    /// Asks an HTTP server for a page.
    /// - Returns: the status, and what comes after the headers.
    public static func get(_ page: String, at path: String) async throws -> (status: Int, body: String) {
        let socket = try UnixSocket(connectingTo: path)
        let request = Array("GET \(page) HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n".utf8)
        guard send(socket.descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
            throw SocketTrouble("send")
        }
        var text = ""
        while case let more = try await socket.receive(), !more.isEmpty { text += more }
        let status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return (status, text.firstRange(of: "\r\n\r\n").map { String(text[$0.upperBound...]) } ?? "")
    }

    private static func address(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}

struct SocketTrouble: Error, CustomStringConvertible {
    let description: String
    init(_ action: String) { description = "\(action): \(String(cString: strerror(errno)))" }
}
