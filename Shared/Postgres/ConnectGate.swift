import Synchronization
import TypedSQL

/// Keeps all threads of a pool from hammering a server that is down: after a failed attempt the next one
/// waits 50 ms, then twice as long each time, at most a second. Meanwhile jobs fail at once.
final class ConnectGate: Sendable {
    private struct State {
        var failures = 0
        var closedUntil = ContinuousClock.now
        var reason = ""
    }

    private let state = Mutex(State())

    /// - Throws: `SQLError.unavailable` with the last reason while the gate is closed.
    func pass() throws {
        try state.withLock { state in
            guard ContinuousClock.now >= state.closedUntil else { throw SQLError.unavailable(state.reason) }
        }
    }

    func succeeded() {
        state.withLock { state in
            state.failures = 0
            state.closedUntil = .now
        }
    }

    func failed(_ reason: String) {
        state.withLock { state in
            let pause = min(1000, 50 * Double(1 << min(state.failures, 8)))
            state.failures += 1
            state.reason = reason
            state.closedUntil = .now + .milliseconds(Double.random(in: pause / 2...pause))
        }
    }
}
