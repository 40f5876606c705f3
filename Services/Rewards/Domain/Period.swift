import Models
import RewardsAPI

/// A stretch of time: its beginning belongs to it, its end does not.
struct Period: Hashable, Sendable {
    let from: Instant
    let until: Instant
}

extension Period {
    /// An open beginning is that of time, an open end comes right after now.
    ///
    /// - Returns: nil where it ends before it begins.
    init?(from: Instant?, until: Instant?, now: Instant) {
        if let from, let until, until <= from { return nil }
        self.init(from: from ?? .earliest, until: until ?? now + Seconds(1))
    }
}

extension Instant {
    /// Before anything happened.
    static let earliest = Instant(microseconds: 0)
}

extension GetLeaderboard {
    /// - Returns: whole days in UTC.
    func period() throws(Refusal) -> Period {
        let first = from ?? Day(number: .min)
        let last = through ?? Day(number: .max - 1)
        guard first <= last else { throw .periodEmpty }
        return Period(from: first.start, until: Day(number: last.number + 1).start)
    }
}
