public import Models

/// What an event earned: the awards that were made for it, and those that were not.
public struct ActivityReceipt: Codable, Sendable, Equatable {
    public var event: Occurrence.ID
    /// By their id; the same however often the call is repeated.
    public var awards: [ActivityAward]
    /// By rule and member.
    public var skipped: [SkippedAward]

    public init(event: Occurrence.ID, awards: [ActivityAward], skipped: [SkippedAward]) {
        self.event = event
        self.awards = awards
        self.skipped = skipped
    }
}

/// One award that a rule made for an event.
public struct ActivityAward: Codable, Sendable, Equatable {
    public var transfer: Transfer.ID
    public var rule: RuleKey
    public var version: RuleVersion
    public var member: Member.ID
    public var asset: Asset
    public var amount: PointAmount
    /// When the member gets it; absent where that was at once.
    public var pendingUntil: Instant?

    public init(
        transfer: Transfer.ID,
        rule: RuleKey,
        version: RuleVersion,
        member: Member.ID,
        asset: Asset,
        amount: PointAmount,
        pendingUntil: Instant? = nil
    ) {
        self.transfer = transfer
        self.rule = rule
        self.version = version
        self.member = member
        self.asset = asset
        self.amount = amount
        self.pendingUntil = pendingUntil
    }
}

/// A member's part in something that several made.
public struct ContributionShare: Codable, Sendable, Equatable, Hashable {
    public var member: Member.ID
    /// Only the ratio to the others matters.
    public var weight: Quantity

    public init(member: Member.ID, weight: Quantity) {
        self.member = member
        self.weight = weight
    }
}

/// What taking back an event's awards came to.
public struct SourceReversal: Codable, Sendable, Equatable {
    public var event: Occurrence.ID
    /// One for each award that had something left to take back.
    public var reversals: [Reversal]

    public init(event: Occurrence.ID, reversals: [Reversal]) {
        self.event = event
        self.reversals = reversals
    }
}
