public import Contract
public import Models

/// Reads the history of a member's points.
public struct GetStatement: RewardsMethod {
    /// The caller if not given; another member only for staff and backends.
    public var member: Member.ID?
    public var after: Cursor?
    public var limit: PageLimit?
    /// Points if not given.
    public var asset: Asset?
    /// Only movements from this moment on; from the beginning if not given.
    public var from: Instant?
    /// Only movements before this moment; until now if not given.
    public var until: Instant?

    public init(
        member: Member.ID? = nil,
        after: Cursor? = nil,
        limit: PageLimit? = nil,
        asset: Asset? = nil,
        from: Instant? = nil,
        until: Instant? = nil
    ) {
        self.member = member
        self.after = after
        self.limit = limit
        self.asset = asset
        self.from = from
        self.until = until
    }

    public static let name = "rewards.statement"
    public static let summary = "Reads how a member's points came and went, the latest movement first."
    public static let details = """
        Every line says why the points moved: the rule with its version and the event, the words of whoever gave them, \
        or the redemption. What is only set aside moves nothing and has no line. Lines never change, and new ones only come before the first page. With `from` or `until` the reply \
        has the balances at both ends of the period too; what was awarded late counts when it moved, not when it happened.
        """
    public typealias Caller = Reader
    public typealias Reply = PointStatement
    public enum Refusal: String, Contract.Refusal { case periodEmpty, memberNeeded, memberUnknown }
}
