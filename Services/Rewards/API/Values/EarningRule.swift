public import Models

/// One version of a rule by which points follow from an event.
public struct EarningRule: Codable, Sendable, Equatable {
    /// The same for all versions of a key.
    public var id: Rule.ID
    public var key: RuleKey
    public var version: RuleVersion
    public var title: Title
    public var event: EarningEvent
    public var pays: Payee
    /// For each event; the most for one event where `terms` has a formula.
    public var amount: PointAmount
    /// How many awards by this rule a member can get in one day (UTC); absent where there is no such limit.
    public var perDay: Quantity?
    /// From when on events earn; never before the version was defined.
    public var from: Instant
    /// Events from this moment on earn nothing; absent where the rule has no end.
    public var until: Instant?
    public var terms: RuleTerms

    public init(
        id: Rule.ID,
        key: RuleKey,
        version: RuleVersion,
        title: Title,
        event: EarningEvent,
        pays: Payee,
        amount: PointAmount,
        perDay: Quantity?,
        from: Instant,
        until: Instant?,
        terms: RuleTerms = RuleTerms()
    ) {
        self.id = id
        self.key = key
        self.version = version
        self.title = title
        self.event = event
        self.pays = pays
        self.amount = amount
        self.perDay = perDay
        self.from = from
        self.until = until
        self.terms = terms
    }
}
