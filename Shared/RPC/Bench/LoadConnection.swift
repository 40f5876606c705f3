internal import Glibc

/// One connection of a load: so many calls in flight, each followed by another when it was answered.
final class LoadConnection {
    /// All ids have as many digits, so that all replies to one request are of one length.
    static let firstID = 1_000_000

    let descriptor: Int32
    /// The time that each call took, in nanoseconds.
    var samples: [UInt32] = []
    /// What is sent, in turns, with the digits of an id in its place.
    private let requests: [LoadRequest]
    private var turns: Int
    /// When the call of each slot was written; nil once it is answered.
    private var began: [UInt64?]
    private var input = [UInt8](repeating: 0, count: 1 << 20)
    private var filled = 0
    private var output: [UInt8] = []
    /// What all replies look like, after the first.
    private var shape: (length: Int, id: Int)?

    /// - Parameters:
    ///   - inFlight: how many calls are under way.
    ///   - first: where in the requests it begins.
    init(path: String, requests: [LoadRequest], inFlight: Int, first: Int) throws {
        self.requests = requests
        turns = first
        began = Array(repeating: nil, count: inFlight)
        samples.reserveCapacity(1 << 20)
        descriptor = try Self.connect(path)
    }

    deinit { close(descriptor) }

    private static func connect(_ path: String) throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        guard descriptor >= 0, path.utf8.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw LoadFailure("\(path) is no path of a socket.")
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else {
            close(descriptor)
            throw LoadFailure("\(path) cannot be connected to: \(String(cString: strerror(errno))).")
        }
        // Both ends could wait for each other to read; then the load is at fault, and says so.
        var limit = timeval(tv_sec: 5, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        return descriptor
    }

    /// The process at the other end, as the kernel tells it.
    var serverProcess: Int32 {
        var peer = PeerCredentials()
        var size = socklen_t(MemoryLayout<PeerCredentials>.size)
        getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &size)
        return peer.process
    }

    static func now() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    func begin() throws {
        let now = Self.now()
        for slot in began.indices { send(slot, now) }
        try write()
    }

    private func send(_ slot: Int, _ now: UInt64) {
        requests[turns % requests.count].append(to: &output, id: Self.firstID + slot)
        turns += 1
        began[slot] = now
    }

    private func write() throws {
        let written = output.withUnsafeBytes {
            Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        guard written == output.count else { throw LoadFailure("The server takes no more calls.") }
        output.removeAll(keepingCapacity: true)
    }

    /// Reads what there is and sends a call for each answer in it.
    func turn(now: UInt64) throws {
        let count = input.withUnsafeMutableBytes { bytes in
            read(descriptor, bytes.baseAddress.map { $0 + filled }, bytes.count - filled)
        }
        guard count > 0 else { throw LoadFailure("The server closed a connection.") }
        filled += count
        var at = 0
        try input.withUnsafeBytes { bytes in
            while let length = try reply(UnsafeRawBufferPointer(rebasing: bytes[at..<filled]), now) { at += length }
        }
        if at > 0, at < filled { input.replaceSubrange(0..<filled - at, with: Array(input[at..<filled])) }
        filled -= at
        if !output.isEmpty { try write() }
    }

    /// - Returns: how long the first reply is; nil where it is not there whole.
    private func reply(_ bytes: UnsafeRawBufferPointer, _ now: UInt64) throws -> Int? {
        guard let shape = try shape ?? LoadReply.shape(bytes) else { return nil }
        self.shape = shape
        guard let length = length(of: bytes, shape.length) else { return nil }
        let slot = LoadReply.number(bytes, shape.id) - Self.firstID
        guard bytes[length - 1] == UInt8(ascii: "\n"), began.indices.contains(slot), let start = began[slot]
        else { throw LoadFailure.differs }
        if isVaried, !LoadReply.isResult(bytes[..<length], behind: shape.id + 7) {
            throw LoadFailure("Not the result of a call: \(String(decoding: bytes[..<length], as: UTF8.self))")
        }
        samples.append(UInt32(clamping: now - start))
        send(slot, now)
        return length
    }

    /// Replies to one request are all as long as the first one.
    private func length(of bytes: UnsafeRawBufferPointer, _ first: Int) -> Int? {
        guard isVaried else { return bytes.count >= first ? first : nil }
        guard let start = bytes.baseAddress, let end = memchr(start, 10, bytes.count) else { return nil }
        return UnsafeRawPointer(end) - start + 1
    }

    private var isVaried: Bool { requests.count > 1 }
}
