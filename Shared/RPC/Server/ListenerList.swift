internal import NIOCore
internal import Synchronization

/// The sockets that a server accepts on.
final class ListenerList: Sendable {
    struct Listener: Sendable {
        let channel: any Channel
        /// Nil where the socket was handed down: it stays with its owner, so that callers queue and do not fail.
        let bound: BoundSocket?
    }

    private let listeners = Mutex<[Listener]>([])

    func add(_ listener: Listener) { listeners.withLock { $0.append(listener) } }

    /// Stops accepting. The path goes first, so that no caller finds a socket that nobody accepts on.
    func close() async {
        let closing = listeners.withLock { list in
            defer { list = [] }
            return list
        }
        for listener in closing {
            listener.bound?.withdraw()
            try? await listener.channel.close().get()
        }
    }
}
