internal import Synchronization

/// When slow calls of one method are told: the first, and then one in a while, so that a service in trouble does not
/// bury the cause under a line for each of its calls.
final class SlowCallNotice: Sendable {
    private struct State {
        var quietUntil: ContinuousClock.Instant?
        var untold = 0
    }

    private let state = Mutex(State())

    /// Counts a slow call.
    /// - Returns: how many there were since the last that was told, this one among them; nil where it is not told.
    func take(at now: ContinuousClock.Instant, pause: Duration) -> Int? {
        state.withLock { state in
            state.untold += 1
            if let quietUntil = state.quietUntil, now < quietUntil { return nil }
            state.quietUntil = now + pause
            defer { state.untold = 0 }
            return state.untold
        }
    }
}
