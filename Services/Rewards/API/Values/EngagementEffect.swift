/// How much members contributed before and after a period in which a rule awarded some of them.
public struct EngagementEffect: Codable, Sendable, Equatable {
    public var awarded: EngagementGroup
    public var others: EngagementGroup
    /// The change of the awarded less that of the others, per member; absent where there are none of either.
    public var difference: Double?
    /// Its 95 % interval (Welch: the variances of both groups, each by its size; normal quantile 1.959964); absent where
    /// either group has fewer than 30 members, for whom it would be too narrow.
    public var low: Double?
    public var high: Double?
    /// Whether the time after the period is over; until then what is still to come is missing.
    public var isComplete: Bool
    public var warning: EffectWarning

    public init(
        awarded: EngagementGroup,
        others: EngagementGroup,
        difference: Double?,
        low: Double?,
        high: Double?,
        isComplete: Bool
    ) {
        self.awarded = awarded
        self.others = others
        self.difference = difference
        self.low = low
        self.high = high
        self.isComplete = isComplete
        warning = .notACause
    }
}

/// What must be said with the number.
public enum EffectWarning: String, Codable, CaseIterable, Sendable {
    /// Who is awarded has done something, and who does something may do more anyhow: the difference says how both groups
    /// went on, and not that the award was the cause.
    case notACause
}

/// What the members of a group contributed.
public struct EngagementGroup: Codable, Sendable, Equatable {
    public var members: Count
    /// In the time before the period, and in the time after it.
    public var before: Count
    public var after: Count
    /// The mean of what each did more after than before; absent where there are no members.
    public var change: Double?

    public init(members: Count, before: Count, after: Count, change: Double?) {
        self.members = members
        self.before = before
        self.after = after
        self.change = change
    }
}
