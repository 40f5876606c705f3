internal import Glibc
internal import NIOCore

/// The processor time that a process has used, in microseconds, as `/proc` tells it.
struct ProcessorTime {
    let user: Double
    let system: Double

    struct Unreadable: Error {}

    init(of process: Int32) throws {
        let text = try Self.contents("/proc/\(process)/stat")
        // The name of the program may hold spaces; the fields after its closing parenthesis do not.
        let fields = text[(text.lastIndex(of: ")") ?? text.startIndex)...].split(separator: " ")
        guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13]) else {
            throw Unreadable()
        }
        let microseconds = 1_000_000 / Double(sysconf(Int32(_SC_CLK_TCK)))
        self.user = user * microseconds
        self.system = system * microseconds
    }

    private static func contents(_ path: String) throws -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Unreadable() }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(descriptor, &bytes, bytes.count)
        guard count > 0 else { throw Unreadable() }
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    /// The process at the other end of a connection; nil where the kernel does not tell.
    static func ofPeer(_ channel: (any Channel)?) async throws -> Int32? {
        guard let provider = channel as? any SocketOptionProvider else { return nil }
        let credentials: EventLoopFuture<PeerCredentials> = provider.unsafeGetSocketOption(
            level: .socket,
            name: NIOBSDSocket.Option(rawValue: SO_PEERCRED)
        )
        return try await credentials.map { $0.process > 0 ? $0.process : nil }.get()
    }
}
