public import Models

/// By what members get levels: one version of the programme.
public struct LevelProgramme: Codable, Sendable, Equatable {
    /// 1 for the first definition, one more with each later one.
    public var version: RuleVersion
    /// From the lowest to the highest.
    public var levels: [LevelTerms]
    /// Which events count as contributions.
    public var contributions: [EarningEvent]
    /// How long points and contributions count: those of the 31st of a month until the last day of a shorter one.
    public var period: Months
    /// How long a level stays that is no longer reached.
    public var grace: DayCount
    public var downgrade: DowngradePolicy
    /// How long before a level is lost the member is told.
    public var notice: DayCount
    /// The first day (UTC) on which this version counts.
    public var from: Day

    public init(
        version: RuleVersion,
        levels: [LevelTerms],
        contributions: [EarningEvent],
        period: Months,
        grace: DayCount,
        downgrade: DowngradePolicy,
        notice: DayCount,
        from: Day
    ) {
        self.version = version
        self.levels = levels
        self.contributions = contributions
        self.period = period
        self.grace = grace
        self.downgrade = downgrade
        self.notice = notice
        self.from = from
    }
}

/// A level, and what it takes to reach it: both points and contributions, within the period.
public struct LevelTerms: Codable, Sendable, Equatable {
    public var key: LevelKey
    public var title: Title
    /// How many points have to be earned, whether or not they were spent.
    public var points: Count
    /// How many contributions have to be made.
    public var contributions: Count
    /// What comes with the level, beside what comes with those below it.
    public var privileges: [Privilege]

    public init(key: LevelKey, title: Title, points: Count, contributions: Count, privileges: [Privilege]) {
        self.key = key
        self.title = title
        self.points = points
        self.contributions = contributions
        self.privileges = privileges
    }
}

/// What happens when a level is no longer reached and its grace is over.
public enum DowngradePolicy: String, Codable, CaseIterable, Sendable {
    /// Nothing: a level that was reached stays.
    case never
    /// The next lower level, which then has its own grace.
    case oneStep
    /// The level that is reached now, if any.
    case full
}
