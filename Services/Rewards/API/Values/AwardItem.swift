public import Models

/// One of many awards; its members are those of `rewards.award`.
public struct AwardItem: Codable, Sendable, Equatable {
    public var member: Member.ID
    public var amount: PointAmount
    public var reason: Sentence
    /// Chosen by the caller, so that it has one effect however often it comes; made here if not given.
    public var transfer: Transfer.ID?
    /// Points if not given.
    public var asset: Asset?
    /// How long it is pending before the member has it; at once if not given.
    public var pending: Seconds?

    public init(
        member: Member.ID,
        amount: PointAmount,
        reason: Sentence,
        transfer: Transfer.ID? = nil,
        asset: Asset? = nil,
        pending: Seconds? = nil
    ) {
        self.member = member
        self.amount = amount
        self.reason = reason
        self.transfer = transfer
        self.asset = asset
        self.pending = pending
    }
}

/// What became of many awards, in their order.
public struct AwardOutcomes: Codable, Sendable, Equatable {
    /// How many are made, those included that the same ids had made before.
    public var made: Count
    public var outcomes: [AwardOutcome]

    public init(outcomes: [AwardOutcome]) throws {
        made = try Count(wire: Int64(outcomes.count { $0.award != nil }))
        self.outcomes = outcomes
    }
}

/// What became of one of them: it was made, or refused, or neither, because it was linked to one that was refused.
public struct AwardOutcome: Codable, Sendable, Equatable {
    public var award: Award?
    public var refused: AwardRefusal?

    public init(award: Award? = nil, refused: AwardRefusal? = nil) {
        self.award = award
        self.refused = refused
    }
}

/// Why an award is refused, as `rewards.award` refuses it.
public enum AwardRefusal: String, Codable, CaseIterable, Sendable {
    case transferDiffers, amountTooLarge, approvalNeeded, accountStopped
}
