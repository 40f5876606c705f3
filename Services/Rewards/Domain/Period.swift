import Models
import RewardsAPI

/// A stretch of time: its beginning belongs to it, its end does not.
struct Period: Hashable, Sendable {
    let from: Instant
    let until: Instant
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
