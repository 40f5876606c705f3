public import Models

/// What a rule says beside its event, its payee and its amount. Whatever is absent does not restrict.
public struct RuleTerms: Codable, Sendable, Equatable {
    /// What is given; points if not given.
    public var asset: Asset?
    /// All of them have to be met; at most 20.
    public var conditions: [RuleCondition]?
    /// How the amount follows from what the event carries; the rule's amount is then the most that it comes to.
    public var formula: AmountFormula?
    /// They are applied after the formula, in this order, each rounded down; at most 10.
    public var multipliers: [AwardMultiplier]?
    /// What those get who are further up a chain of invitations; without it only the inviter is paid.
    public var decay: ChainDecay?
    /// How many awards by this rule a member can get in one ISO week (Monday to Sunday, UTC).
    public var perWeek: Quantity?
    /// How many in one calendar month (UTC).
    public var perMonth: Quantity?
    /// How many for events of one campaign; events without a campaign are not counted.
    public var perCampaign: Quantity?
    /// How many in all, over all versions of the rule.
    public var inTotal: Quantity?
    /// How long awards are pending, counted from the event.
    public var pending: Seconds?
    /// The budget that pays; an award that it has not enough for is not made.
    public var budget: BudgetKey?
    /// Whether the budget of the event's group pays; events without a group earn nothing then.
    public var groupPays: Bool?

    public init(
        asset: Asset? = nil,
        conditions: [RuleCondition]? = nil,
        formula: AmountFormula? = nil,
        multipliers: [AwardMultiplier]? = nil,
        decay: ChainDecay? = nil,
        perWeek: Quantity? = nil,
        perMonth: Quantity? = nil,
        perCampaign: Quantity? = nil,
        inTotal: Quantity? = nil,
        pending: Seconds? = nil,
        budget: BudgetKey? = nil,
        groupPays: Bool? = nil
    ) {
        self.asset = asset
        self.conditions = conditions
        self.formula = formula
        self.multipliers = multipliers
        self.decay = decay
        self.perWeek = perWeek
        self.perMonth = perMonth
        self.perCampaign = perCampaign
        self.inTotal = inTotal
        self.pending = pending
        self.budget = budget
        self.groupPays = groupPays
    }
}

/// The amount as `field * times / per`, rounded down, and not less than `least`.
///
/// Calculated in 128 bits, so nothing overflows. Where the event has no such field, where it would be divided by zero,
/// and where the amount comes to nothing, no award is made, and the reason is kept.
public struct AmountFormula: Codable, Sendable, Equatable {
    /// A number that the event carries.
    public var field: FieldName
    /// From 1 to 1,000,000; 1 if not given.
    public var times: Int64?
    /// From 1 to 1,000,000,000; 1 if not given.
    public var per: Int64?
    /// Another number that the event carries, by which is divided instead.
    public var perField: FieldName?
    /// What an event earns at least; without it an event can earn nothing.
    public var least: PointAmount?

    public init(
        field: FieldName,
        times: Int64? = nil,
        per: Int64? = nil,
        perField: FieldName? = nil,
        least: PointAmount? = nil
    ) {
        self.field = field
        self.times = times
        self.per = per
        self.perField = perField
        self.least = least
    }
}

/// The amount becomes `amount * times / per`, rounded down, where the conditions are met and the event happened in time.
public struct AwardMultiplier: Codable, Sendable, Equatable {
    /// From 1 to 1000.
    public var times: Int64
    /// From 1 to 1000; 1 if not given.
    public var per: Int64?
    public var from: Instant?
    public var until: Instant?
    public var conditions: [RuleCondition]?

    public init(
        times: Int64,
        per: Int64? = nil,
        from: Instant? = nil,
        until: Instant? = nil,
        conditions: [RuleCondition]? = nil
    ) {
        self.times = times
        self.per = per
        self.from = from
        self.until = until
        self.conditions = conditions
    }
}
