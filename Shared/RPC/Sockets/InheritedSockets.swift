internal import Glibc

/// The listening sockets that a manager passed to this process, as systemd does it: from descriptor 3 on, counted by
/// `LISTEN_FDS`, named by `LISTEN_FDNAMES`, and meant for us only where `LISTEN_PID` is our own process.
public struct InheritedSockets: Sendable, Hashable {
    /// One descriptor and the name that the unit file gave it; empty where it gave none.
    public struct Entry: Sendable, Hashable {
        public let name: String
        public let descriptor: Int32
    }

    /// In the order in which they were passed.
    public let entries: [Entry]
    private static let first: Int32 = 3

    /// Reads what the variables say, without touching the environment.
    init(environment: [String: String], process: Int32) {
        guard let owner = environment["LISTEN_PID"].flatMap({ Int32($0) }), owner == process,
            let count = environment["LISTEN_FDS"].flatMap({ Int32($0) }), count > 0, count <= 64
        else {
            entries = []
            return
        }
        let names = (environment["LISTEN_FDNAMES"] ?? "").split(separator: ":", omittingEmptySubsequences: false)
        entries = (0..<count).map { index in
            let name = Int(index) < names.count ? String(names[Int(index)]) : ""
            return Entry(name: name, descriptor: Self.first + index)
        }
    }

    /// Takes the sockets once, and removes the variables so that no child process believes they are its own.
    ///
    /// Call it at the start of the process, before other threads may read the environment.
    public static func take() -> InheritedSockets {
        let names = ["LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"]
        var environment: [String: String] = [:]
        for name in names {
            if let value = getenv(name) { environment[name] = String(cString: value) }
            unsetenv(name)
        }
        let sockets = InheritedSockets(environment: environment, process: getpid())
        for entry in sockets.entries {
            _ = fcntl(entry.descriptor, F_SETFD, FD_CLOEXEC)
            _ = fcntl(entry.descriptor, F_SETFL, fcntl(entry.descriptor, F_GETFL) | O_NONBLOCK)
        }
        return sockets
    }

    /// The descriptor of that name; a single socket without a name answers to every name.
    public subscript(name: String) -> Int32? {
        if let entry = entries.first(where: { $0.name == name }) { return entry.descriptor }
        let unnamed = ["", "unknown", "connection"]
        guard entries.count == 1, let only = entries.first, unnamed.contains(only.name) else { return nil }
        return only.descriptor
    }
}
