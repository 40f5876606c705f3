public import Models

/// What a member got for points.
public struct Receipt: Codable, Sendable, Equatable {
    public var redemption: Redemption.ID
    public var reward: Reward.ID
    public var units: Quantity
    public var paid: PointAmount
    /// What the member can still spend.
    public var available: Points

    public init(redemption: Redemption.ID, reward: Reward.ID, units: Quantity, paid: PointAmount, available: Points) {
        self.redemption = redemption
        self.reward = reward
        self.units = units
        self.paid = paid
        self.available = available
    }
}

/// An exchange of points for a reward, and what has become of it.
public struct RedemptionRecord: Codable, Sendable, Equatable {
    public var id: Redemption.ID
    public var reward: Reward.ID
    public var member: Member.ID
    public var units: Quantity
    public var paid: PointAmount
    public var state: RedemptionState
    public var orderedAt: Instant
    /// When it got its state, where that is not the first.
    public var closedAt: Instant?

    public init(
        id: Redemption.ID,
        reward: Reward.ID,
        member: Member.ID,
        units: Quantity,
        paid: PointAmount,
        state: RedemptionState,
        orderedAt: Instant,
        closedAt: Instant?
    ) {
        self.id = id
        self.reward = reward
        self.member = member
        self.units = units
        self.paid = paid
        self.state = state
        self.orderedAt = orderedAt
        self.closedAt = closedAt
    }
}

public enum RedemptionState: String, Codable, CaseIterable, Sendable {
    /// The points are set aside, and staff have to hand it over.
    case ordered
    /// Paid, and on its way.
    case shipped
    /// Paid, and with the member.
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
