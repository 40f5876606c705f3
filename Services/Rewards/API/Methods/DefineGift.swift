public import Contract
public import Models

/// Defines for which event a reward is given, or changes that.
public struct DefineGift: RewardsMethod, Repeatable {
    /// A new key makes a new rule, a known one a new version of its rule.
    public var key: RuleKey
    /// The member reads it as what the gift is for.
    public var title: Sentence
    public var event: EarningEvent
    /// Who gets it.
    public var to: Payee
    /// One piece for each event.
    public var reward: Reward.ID
    /// How many gifts one member can get by this rule in all; one if not given.
    public var perMember: Quantity?
    /// From when on events bring a gift; from now on if not given.
    public var from: Instant?
    public var until: Instant?

    public init(
        key: RuleKey,
        title: Sentence,
        event: EarningEvent,
        to: Payee,
        reward: Reward.ID,
        perMember: Quantity? = nil,
        from: Instant? = nil,
        until: Instant? = nil
    ) {
        self.key = key
        self.title = title
        self.event = event
        self.to = to
        self.reward = reward
        self.perMember = perMember
        self.from = from
        self.until = until
    }

    public static let name = "rewards.defineGift"
    public static let summary = "Defines which event brings a member a reward without points, from now on."
    public static let details = """
        An event brings a gift by the latest version whose `from` had come when it happened, to each member once, however \
        often the event is read, and as long as there are pieces. To end a rule, define it again with `until`.
        """
    public typealias Caller = StaffMember
    public typealias Reply = GiftRule
    public enum Refusal: String, Contract.Refusal { case payeeNotOfEvent, periodEmpty, rewardUnknown }
}
