public import Models

/// A transfer, or what was refused as one.
public struct ExplainedTransfer: Codable, Sendable, Equatable {
    public var id: Transfer.ID
    public var kind: TransferKind
    public var amount: PointAmount
    public var at: Instant
    /// When what it is for happened; earlier than `at` where an event was read late.
    public var happenedAt: Instant
    /// What the person or backend said who made it.
    public var reason: Sentence?
    /// The transfer that it undoes, or ends.
    public var reverses: Transfer.ID?
    public var ends: Transfer.ID?
    /// Why it was refused; the meaning stands in the table of refusals.
    public var refusal: String?

    public init(
        id: Transfer.ID,
        kind: TransferKind,
        amount: PointAmount,
        at: Instant,
        happenedAt: Instant,
        reason: Sentence?,
        reverses: Transfer.ID?,
        ends: Transfer.ID?,
        refusal: String?
    ) {
        self.id = id
        self.kind = kind
        self.amount = amount
        self.at = at
        self.happenedAt = happenedAt
        self.reason = reason
        self.reverses = reverses
        self.ends = ends
        self.refusal = refusal
    }
}

/// Why a rule paid a member nothing for an event.
public enum UnpaidReason: String, Codable, CaseIterable, Sendable {
    /// No version of the rule was in force for such events when it happened.
    case notInForce
    /// The event has nobody whom the rule pays, or this is another member.
    case notPaidByIt
    /// A condition was not met.
    case conditionUnmet
    /// The group pays, and the event has none.
    case noGroup
    /// Those that stand in the receipt of an activity.
    case fieldMissing, dividedByZero, nothingDue
    case dayFull, weekFull, monthFull, campaignFull, totalFull, budgetSpent
    /// The rule should have paid; the nightly reconciliation lists it.
    case missed
    /// It did pay: `transfer` says what.
    case paid
}
