public import Models

/// How regularly a member contributes.
public struct Streaks: Codable, Sendable, Equatable {
    public var member: Member.ID
    /// Days in a row (UTC).
    public var days: Streak
    /// Weeks in a row, from Monday to Sunday (UTC).
    public var weeks: Streak

    public init(member: Member.ID, days: Streak, weeks: Streak) {
        self.member = member
        self.days = days
        self.weeks = weeks
    }
}

/// A run of days or weeks with at least one contribution in each. A run may miss one
/// in all, which is not counted; where another is missed only what came after the first remains.
public struct Streak: Codable, Sendable, Equatable {
    /// How many days or weeks with a contribution the run has that still goes on.
    public var current: Count
    /// How many the longest run has.
    public var longest: Count
    /// The day, or the Monday of the week, of the latest contribution; absent where there is none.
    public var last: Day?
    /// Whether the run that goes on has used its freeze.
    public var isFreezeUsed: Bool

    public init(current: Count, longest: Count, last: Day?, isFreezeUsed: Bool) {
        self.current = current
        self.longest = longest
        self.last = last
        self.isFreezeUsed = isFreezeUsed
    }
}
