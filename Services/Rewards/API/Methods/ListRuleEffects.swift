public import Contract
public import Models

/// Says what each rule cost and reached.
public struct ListRuleEffects: RewardsMethod {
    /// Events from this moment on; all if not given.
    public var from: Instant?
    /// Events before this moment.
    public var until: Instant?
    public var after: Cursor?
    public var limit: PageLimit?

    public init(from: Instant? = nil, until: Instant? = nil, after: Cursor? = nil, limit: PageLimit? = nil) {
        self.from = from
        self.until = until
        self.after = after
        self.limit = limit
    }

    public static let name = "rewards.ruleEffects"
    public static let summary = "Lists the rules with their awards, points, members and what their budgets have left."
    public static let details = """
        An award belongs to the period of its event. What a rule did not pay, and why, counts in the period in which that \
        was decided.
        """
    public typealias Caller = StaffMember
    public typealias Reply = Page<RuleEffect>
    public enum Refusal: String, Contract.Refusal { case periodEmpty }
}
