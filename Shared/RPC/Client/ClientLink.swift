internal import NIOCore

/// The way from a client to its service: the connection in use, and the calls that wait for one. Lives on one loop.
final class ClientLink {
    let path: String
    let settings: ClientSettings
    let eventLoop: any EventLoop
    var current: ClientConnection?
    /// Calls of which nothing has been sent.
    var waiting: [PendingCall] = []
    var isConnecting = false
    private(set) var isClosed = false
    /// When the search for a service began that is not there.
    var searchingSince: ContinuousClock.Instant?
    /// Connections that take no new calls and still have some to answer.
    private var retired: [ObjectIdentifier: ClientConnection] = [:]

    init(path: String, settings: ClientSettings, eventLoop: any EventLoop) {
        self.path = path
        self.settings = settings
        self.eventLoop = eventLoop
    }

    func send(_ call: OutgoingCall, _ continuation: CheckedContinuation<[UInt8], any Error>) {
        if isClosed { return continuation.resume(throwing: failure(.closed)) }
        if call.cancellation.isSet { return continuation.resume(throwing: CancellationError()) }
        let pending = PendingCall(call: call, continuation: continuation)
        if let current { return current.send(pending) }
        waiting.append(pending)
        if !isConnecting { connect() }
    }

    /// The task that made the call was cancelled.
    func cancel(_ id: Int64) {
        if current?.cancel(id) == true { return }
        for connection in retired.values where connection.cancel(id) { return }
        guard let index = waiting.firstIndex(where: { $0.call.id == id }) else { return }
        waiting.remove(at: index).continuation.resume(throwing: CancellationError())
    }

    func close() {
        isClosed = true
        current?.close()
        for connection in retired.values { connection.close() }
        failWaiting(.closed)
    }

    /// A connection was made: what waited goes out on it.
    func use(_ connection: ClientConnection) {
        current = connection
        connection.onEnd = { [weak self, weak connection] in
            if let self, let connection { retire(connection, isOver: true) }
        }
        connection.onDraining = { [weak self, weak connection] in
            if let self, let connection { retire(connection, isOver: false) }
        }
        let calls = waiting
        waiting = []
        for call in calls { connection.send(call) }
    }

    /// The service closed the connection, or told that it will: the next call makes a new one.
    private func retire(_ connection: ClientConnection, isOver: Bool) {
        if current === connection { current = nil }
        retired[ObjectIdentifier(connection)] = isOver ? nil : connection
    }

    func failWaiting(_ kind: ConnectionFailure.Kind) {
        let calls = waiting
        waiting = []
        for call in calls { call.continuation.resume(throwing: failure(kind)) }
    }

    func failure(_ kind: ConnectionFailure.Kind) -> ConnectionFailure { ConnectionFailure(kind: kind, path: path) }
}
