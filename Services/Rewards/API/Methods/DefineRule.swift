public import Contract
public import Models

/// Defines by which event points are earned, or changes that.
public struct DefineRule: RewardsMethod, Repeatable {
    /// A new key makes a new rule, a known one a new version of its rule.
    public var key: RuleKey
    public var title: Title
    public var event: EarningEvent
    public var pays: Payee
    /// For each event; the most for one event where `terms` has a formula.
    public var amount: PointAmount
    /// How many awards by this rule a member can get in one day (UTC); without it there is no such limit.
    public var perDay: Quantity?
    /// From when on events earn; from now on if not given.
    public var from: Instant?
    public var until: Instant?
    /// Conditions, formula, multipliers, caps, waiting period and budget; none if not given.
    public var terms: RuleTerms?

    public init(
        key: RuleKey,
        title: Title,
        event: EarningEvent,
        pays: Payee,
        amount: PointAmount,
        perDay: Quantity? = nil,
        from: Instant? = nil,
        until: Instant? = nil,
        terms: RuleTerms? = nil
    ) {
        self.key = key
        self.title = title
        self.event = event
        self.pays = pays
        self.amount = amount
        self.perDay = perDay
        self.from = from
        self.until = until
        self.terms = terms
    }

    public static let name = "rewards.defineRule"
    public static let summary = "Defines which event earns a member how many points, or changes that from now on."
    public static let details = """
        An event earns by the latest version whose `from` had come when it happened: a later definition never changes \
        what earlier events earned, and no rule pays for what happened before it was defined. For one event a rule pays \
        a member once, however often the event is read. To end a rule, define it again with `until`; an `until` in the \
        past ends it at once. The amount is fixed or follows from the formula, goes through the multipliers in their order, \
        and is then divided where contributors are paid. What the largest award of the service would not allow, with all \
        multipliers together, is refused. An award is made only if every cap has room for it and the budget has enough; \
        where not, the reason is kept and the same event does not pay later.
        """
    public typealias Caller = StaffMember
    public typealias Reply = EarningRule
    public enum Refusal: String, Contract.Refusal {
        case payeeNotOfEvent, periodEmpty, conditionInvalid, fieldNotOfEvent, neverMatches, formulaInvalid
        case dividesByZero, amountTooLarge, budgetAmbiguous, budgetUnknown, budgetTooSmall
    }
}
