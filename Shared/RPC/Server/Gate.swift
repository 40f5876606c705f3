internal import Synchronization

/// The counters that all connections of a server share: calls under way and connections by caller.
final class Gate: Sendable {
    private let callLimit: Int
    private let connectionLimit: Int
    private let connectionLimitPerUser: Int
    private let calls = Atomic<Int>(0)
    private let connections = Mutex(Connections())

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

    func leave() { calls.wrappingSubtract(1, ordering: .relaxed) }

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
    }

    var openConnections: Int { connections.withLock { $0.total } }
}
