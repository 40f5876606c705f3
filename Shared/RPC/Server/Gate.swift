internal import Synchronization

/// The counters that all connections of a server share: calls under way and connections by caller.
final class Gate: Sendable {
    private let callLimit: Int
    private let connectionLimit: Int
    private let connectionLimitPerUser: Int
    private let calls = Atomic<Int>(0)
    private let connections = Mutex(Connections())
    private let isWatched = Atomic<Bool>(false)
    private let watcher = Mutex<AsyncStream<Void>.Continuation?>(nil)

    private struct Connections {
        var total = 0
        var byUser: [UInt32: Int] = [:]
    }

    init(_ limits: Limits) {
        callLimit = limits.processInFlight
        connectionLimit = limits.connections
        connectionLimitPerUser = limits.connectionsPerUser
    }

    /// Calls that run as tasks now.
    var callsInFlight: Int { calls.load(ordering: .relaxed) }

    /// - Returns: whether one more call may start; if so, ``leave()`` has to follow.
    func enter() -> Bool {
        let before = calls.wrappingAdd(1, ordering: .relaxed).oldValue
        guard before < callLimit else {
            calls.wrappingSubtract(1, ordering: .relaxed)
            return false
        }
        return true
    }

    func leave() {
        calls.wrappingSubtract(1, ordering: .sequentiallyConsistent)
        signalIfEmpty()
    }

    /// - Returns: whether one more connection of that user may stay; if so, ``disconnect(user:)`` has to follow.
    func connect(user: UInt32) -> Bool {
        connections.withLock { open in
            let own = open.byUser[user] ?? 0
            guard open.total < connectionLimit, own < connectionLimitPerUser else { return false }
            open.total += 1
            open.byUser[user] = own + 1
            return true
        }
    }

    func disconnect(user: UInt32) {
        connections.withLock { open in
            open.total -= 1
            let own = (open.byUser[user] ?? 1) - 1
            open.byUser[user] = own == 0 ? nil : own
        }
        signalIfEmpty()
    }

    var openConnections: Int { connections.withLock { $0.total } }
}

extension Gate {
    private var isEmpty: Bool { calls.load(ordering: .sequentiallyConsistent) == 0 && openConnections == 0 }

    /// Whoever makes the gate empty looks for somebody who waits for it, and whoever waits looks whether it is empty; in
    /// one order of all these steps one of the two sees the other, hence the sequential consistency.
    private func signalIfEmpty() {
        guard isWatched.load(ordering: .sequentiallyConsistent), isEmpty else { return }
        watcher.withLock { _ = $0?.yield() }
    }

    /// Waits until there is no call and no connection. For one waiter at a time.
    /// - Returns: whether that came about within the limit.
    func emptied(within limit: Duration) async -> Bool {
        let (signals, signal) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let alarm = Task {
            // A limit, not a poll: the last call ends the wait.
            try await Task.sleep(for: limit)
            signal.finish()
        }
        watcher.withLock { $0 = signal }
        isWatched.store(true, ordering: .sequentiallyConsistent)
        signalIfEmpty()
        for await _ in signals where isEmpty { break }
        alarm.cancel()
        return isEmpty
    }
}
