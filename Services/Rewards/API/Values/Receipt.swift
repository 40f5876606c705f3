public import Models

/// What a member got for points.
public struct Receipt: Codable, Sendable, Equatable {
    public var redemption: Redemption.ID
    public var reward: Reward.ID
    public var units: Quantity
    public var paid: PointAmount
    /// What was paid in.
    public var asset: Asset
    /// What the member can still spend of it.
    public var available: Points

    public init(
        redemption: Redemption.ID,
        reward: Reward.ID,
        units: Quantity,
        paid: PointAmount,
        asset: Asset,
        available: Points
    ) {
        self.redemption = redemption
        self.reward = reward
        self.units = units
        self.paid = paid
        self.asset = asset
        self.available = available
    }
}

/// An exchange of points for a reward, or a gift, and what has become of it.
public struct RedemptionRecord: Codable, Sendable, Equatable {
    public var id: Redemption.ID
    public var reward: Reward.ID
    public var member: Member.ID
    public var units: Quantity
    /// Absent where it is a gift.
    public var paid: PointAmount?
    /// What the reward's price is in.
    public var asset: Asset
    public var state: RedemptionState
    public var orderedAt: Instant
    /// When it got its state, where that is not the first.
    public var closedAt: Instant?
    /// Carrier and reference, once it was shipped.
    public var tracking: Sentence?
    /// Why it was cancelled or returned.
    public var remark: Sentence?
    /// What it was given for; absent where it was paid for.
    public var givenFor: Sentence?

    public init(
        id: Redemption.ID,
        reward: Reward.ID,
        member: Member.ID,
        units: Quantity,
        paid: PointAmount?,
        asset: Asset = .points,
        state: RedemptionState,
        orderedAt: Instant,
        closedAt: Instant?,
        tracking: Sentence? = nil,
        remark: Sentence? = nil,
        givenFor: Sentence? = nil
    ) {
        self.id = id
        self.reward = reward
        self.member = member
        self.units = units
        self.paid = paid
        self.asset = asset
        self.state = state
        self.orderedAt = orderedAt
        self.closedAt = closedAt
        self.tracking = tracking
        self.remark = remark
        self.givenFor = givenFor
    }
}

public enum RedemptionState: String, Codable, CaseIterable, Sendable {
    /// The points are set aside, and staff have to hand it over.
    case ordered
    /// Paid, unless it is a gift, and on its way.
    case shipped
    /// Paid, unless it is a gift, and with the member.
    case delivered
    /// The points can be spent again.
    case cancelled
    /// It came back, and so did the points.
    case returned
}

/// What staff say of a redemption.
public enum FulfilmentOutcome: String, Codable, CaseIterable, Sendable {
    case shipped, delivered, cancelled, returned
}
