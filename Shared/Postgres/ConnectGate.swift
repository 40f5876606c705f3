import Foundation
import Synchronization
import TypedSQL

/// Keeps all threads of a pool from hammering a server that is down: after a failed attempt the next one
/// waits 50 ms, then twice as long each time, at most a second. Meanwhile jobs fail at once, unless some
/// connection of the pool is alive: then it was not the server, and the thread waits for its turn.
final class ConnectGate: Sendable {
    private struct State {
        var failures = 0
        var alive = 0
        var closedUntil = ContinuousClock.now
        var reason = ""
    }

    private let state = Mutex(State())

    /// - Throws: `SQLError.unavailable` with the last reason while the gate is closed.
    func pass(until deadline: ContinuousClock.Instant) throws {
        let (pause, alive, reason) = state.withLock { ($0.closedUntil - .now, $0.alive, $0.reason) }
        guard pause > .zero else { return }
        guard alive > 0, .now + pause < deadline else { throw SQLError.unavailable(reason) }
        // A thread of a connection that is not there; nothing tells when a server is back, so it has to be tried.
        Thread.sleep(forTimeInterval: pause / .seconds(1))
    }

    func opened() {
        state.withLock { state in
            state.failures = 0
            state.alive += 1
            state.closedUntil = .now
        }
    }

    func ended() {
        state.withLock { $0.alive -= 1 }
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
