public import Models

/// One version of a rule by which a reward follows from an event.
public struct GiftRule: Codable, Sendable, Equatable {
    public var key: RuleKey
    public var version: RuleVersion
    public var title: Sentence
    public var event: EarningEvent
    public var to: Payee
    public var reward: Reward.ID
    /// How many gifts one member can get by this rule in all.
    public var perMember: Quantity
    public var from: Instant
    /// Events from this moment on bring nothing; absent where the rule has no end.
    public var until: Instant?

    public init(
        key: RuleKey,
        version: RuleVersion,
        title: Sentence,
        event: EarningEvent,
        to: Payee,
        reward: Reward.ID,
        perMember: Quantity,
        from: Instant,
        until: Instant?
    ) {
        self.key = key
        self.version = version
        self.title = title
        self.event = event
        self.to = to
        self.reward = reward
        self.perMember = perMember
        self.from = from
        self.until = until
    }
}
