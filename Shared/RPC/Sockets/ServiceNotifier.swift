internal import Glibc

/// Tells the service manager what state the process is in: one datagram to `NOTIFY_SOCKET` for each message.
public struct ServiceNotifier: Sendable {
    /// What a manager understands.
    public enum Message: Sendable, Hashable {
        /// Migrations are checked and the listener is live.
        case ready
        /// The process is on its way out.
        case stopping
        /// The process is alive.
        case watchdog
        /// One line for the operator.
        case status(String)

        var text: String {
            switch self {
            case .ready: "READY=1"
            case .stopping: "STOPPING=1"
            case .watchdog: "WATCHDOG=1"
            case .status(let line): "STATUS=" + line.replacing("\n", with: " ")
            }
        }
    }

    private let address: String?

    /// - Parameter address: a path, or `@name` in the abstract namespace; nil when nobody listens.
    public init(address: String?) {
        self.address = address.flatMap { $0.hasPrefix("/") || $0.hasPrefix("@") ? $0 : nil }
    }

    /// The notifier of this process, taken from its environment.
    public static func inherited() -> ServiceNotifier {
        ServiceNotifier(address: getenv("NOTIFY_SOCKET").map { String(cString: $0) })
    }

    /// Sends the message. A manager that is gone is not worth failing for, so the result only says whether it went out.
    @discardableResult
    public func send(_ messages: Message...) -> Bool {
        guard let address, let length = addressLength(address), let path = try? SocketPath(address) else {
            return false
        }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let payload = Array(messages.map(\.text).joined(separator: "\n").utf8)
        return path.withNotifyAddress { pointer in
            sendto(descriptor, payload, payload.count, Int32(MSG_NOSIGNAL), pointer, length)
        } == payload.count
    }

    private func addressLength(_ address: String) -> socklen_t? {
        guard let offset = MemoryLayout<sockaddr_un>.offset(of: \.sun_path) else { return nil }
        return socklen_t(offset + address.utf8.count)
    }
}

extension SocketPath {
    /// As ``withAddress(_:)``, with a leading `@` turned into the NUL that marks the abstract namespace.
    fileprivate func withNotifyAddress(_ body: (UnsafePointer<sockaddr>) -> Int) -> Int {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { bytes in
            bytes.copyBytes(from: text.utf8)
            if text.hasPrefix("@") { bytes[0] = 0 }
        }
        return withUnsafeBytes(of: &address) { bytes in
            bytes.withMemoryRebound(to: sockaddr.self) { pointers in pointers.baseAddress.map(body) ?? -1 }
        }
    }
}
