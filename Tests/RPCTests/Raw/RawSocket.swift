import Glibc
import NIOPosix

@testable import RPC

/// A plain blocking Unix socket for tests: it writes exactly the bytes it is told to and reads what comes.
///
/// Every read has a limit of ten seconds, so that a server that does not answer fails a test and never hangs it. What
/// blocks does so on a thread of its own, because the server under test needs those of the tests.
final class RawSocket: Sendable {
    let descriptor: Int32
    private static let threads: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: 24)
        pool.start()
        return pool
    }()

    init(path: String, receiveBuffer: Int32? = nil) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw RawFailure("socket: \(errno)") }
        if var size = receiveBuffer {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
            setsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        }
        let descriptor = descriptor
        guard try SocketPath(path).withAddress({ connect(descriptor, $0, $1) }) == 0 else {
            let number = errno
            throw RawFailure("connect \(path): \(number)")
        }
    }

    deinit { close(descriptor) }

    func send(_ text: String) async throws { try await send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) async throws {
        try await Self.threads.runIfActive { [self] in try sendNow(bytes) }
    }

    private func sendNow(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress.map { $0 + sent }, bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw RawFailure("send: \(errno)") }
            sent += count
        }
    }

    /// What can be written without waiting for the other side.
    func sendWithoutWaiting(_ bytes: [UInt8]) -> Int {
        let count = bytes.withUnsafeBytes {
            Glibc.send(descriptor, $0.baseAddress, bytes.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
        }
        return max(0, count)
    }

    /// No more requests; replies can still be read.
    func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// The next bytes, or nothing when the server closed the connection.
    func receive(upTo limit: Int = 65536, seconds: Int32 = 60) async throws -> [UInt8] {
        try await Self.threads.runIfActive { [self] in try receiveNow(upTo: limit, seconds: seconds) }
    }

    private func receiveNow(upTo limit: Int, seconds: Int32) throws -> [UInt8] {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, seconds * 1000) > 0 else { throw RawFailure("nothing came within \(seconds) s") }
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = recv(descriptor, &bytes, limit, 0)
        guard count >= 0 else {
            if errno == ECONNRESET { return [] }
            throw RawFailure("recv: \(errno)")
        }
        return Array(bytes.prefix(count))
    }

    /// Reads until `count` bytes are there.
    func receive(exactly count: Int) async throws -> String {
        try await collect { $0.count < count ? count - $0.count : 0 }
    }

    /// Reads up to and with `ending`, and gives what stands in front of it.
    func receive(until ending: String) async throws -> String {
        let mark = Array(ending.utf8)
        let text = try await collect { $0.count >= mark.count && $0.suffix(mark.count) == mark[...] ? 0 : 1 }
        return String(text.utf8.dropLast(mark.count)) ?? text
    }

    /// `count` lines, read in large pieces.
    func receiveLines(_ count: Int) async throws -> [String] {
        let text = try await collect { bytes in bytes.count { $0 == UInt8(ascii: "\n") } < count ? 65536 : 0 }
        return text.split(separator: "\n").map(String.init)
    }

    /// Reads what `wanted` asks for, given what has come, until that is nothing.
    private func collect(_ wanted: @escaping @Sendable ([UInt8]) -> Int) async throws -> String {
        try await Self.threads.runIfActive { [self] in
            var bytes: [UInt8] = []
            while true {
                let limit = wanted(bytes)
                if limit == 0 { return String(decoding: bytes, as: UTF8.self) }
                let more = try receiveNow(upTo: limit, seconds: 10)
                if more.isEmpty {
                    throw RawFailure("closed after \(String(decoding: bytes.prefix(500), as: UTF8.self))")
                }
                bytes += more
            }
        }
    }

    /// Everything until the server closes.
    func receiveAll() async throws -> String {
        var bytes: [UInt8] = []
        while true {
            let more = try await receive()
            if more.isEmpty { return String(decoding: bytes, as: UTF8.self) }
            bytes += more
        }
    }

    /// Whether nothing is waiting to be read at this moment.
    var isSilent: Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) == 0
    }
}
