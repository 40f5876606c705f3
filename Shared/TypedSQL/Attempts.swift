import Foundation

/// The rule for repeating a transaction that others were in the way of.
package enum Attempts {
    /// How often a closure runs at most.
    package static let limit = 5

    /// Blocks this thread for a random time that grows with the attempt: at most 4 ms after the first,
    /// 64 ms after the fifth. Random, because those that collided would else collide again.
    ///
    /// - Returns: false when no further attempt may be made.
    package static func pause(after attempt: Int, until deadline: ContinuousClock.Instant) -> Bool {
        let longest = 4.0 * Double(1 << min(attempt - 1, 4))
        let pause = Duration.milliseconds(Double.random(in: 0...longest))
        guard attempt < limit, ContinuousClock.now + pause < deadline else { return false }
        // A thread of a connection, which has nothing else to do until it tries again.
        Thread.sleep(forTimeInterval: pause / .seconds(1))
        return true
    }
}
