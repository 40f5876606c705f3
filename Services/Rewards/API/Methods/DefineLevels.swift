public import Contract
public import Models

/// Defines by what members get levels, or changes that.
public struct DefineLevels: RewardsMethod, Repeatable {
    /// From the lowest to the highest, at most 20.
    public var levels: [LevelTerms]
    /// Which events count as contributions; a member's sign-ins are one kind, if they should.
    public var contributions: [EarningEvent]
    /// How long points and contributions count.
    public var period: Months
    public var downgrade: DowngradePolicy
    /// How long a level stays that is no longer reached; no days if not given.
    public var grace: DayCount?
    /// How long before a level is lost the member is told; 30 days if not given.
    public var notice: DayCount?
    /// The first day (UTC) on which it counts; today if not given, and never earlier.
    public var from: Day?

    public init(
        levels: [LevelTerms],
        contributions: [EarningEvent],
        period: Months,
        downgrade: DowngradePolicy,
        grace: DayCount? = nil,
        notice: DayCount? = nil,
        from: Day? = nil
    ) {
        self.levels = levels
        self.contributions = contributions
        self.period = period
        self.grace = grace
        self.downgrade = downgrade
        self.notice = notice
        self.from = from
    }

    public static let name = "rewards.defineLevels"
    public static let summary = "Defines a new version of the programme by which members get levels."
    public static let details = """
        A level needs points and contributions, both counted over the days of the period that ends today; points count \
        from the day of what they were earned for, whether or not they were spent or have expired, and no longer once \
        they were taken back. A level is reached on the day on which both suffice. From its first day on a version \
        decides alone, and looks at the whole past by its own terms.
        """
    public typealias Caller = StaffMember
    public typealias Reply = LevelProgramme
    public enum Refusal: String, Contract.Refusal { case levelTwice, levelsNotAscending }
}
