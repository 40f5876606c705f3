public import Contract
public import Models

/// Compares members whom a rule awarded with those whom it did not.
public struct GetEngagementEffect: RewardsMethod {
    public var rule: RuleKey
    /// The period of the awards.
    public var from: Instant
    public var until: Instant
    /// How many days before the period, and after it, are compared: from 1 to 366; 30 if not given.
    public var window: DayCount?

    public init(rule: RuleKey, from: Instant, until: Instant, window: DayCount? = nil) {
        self.rule = rule
        self.from = from
        self.until = until
        self.window = window
    }

    public static let name = "rewards.engagementEffect"
    public static let summary =
        "Compares what awarded members and others contributed before and after, with an interval."
    public static let details = """
        Contributions are ideas, comments, votes, scores, feedback, answered questionnaires and activities, less what was \
        withdrawn. Members count who had contributed anything before the end of the period. The difference of the changes \
        is no cause, and the reply says so.
        """
    public typealias Caller = StaffMember
    public typealias Reply = EngagementEffect
    public enum Refusal: String, Contract.Refusal { case periodEmpty, windowTooLong, ruleUnknown }
}
