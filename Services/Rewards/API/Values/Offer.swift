public import Models

/// A reward and the terms on which points are exchanged for it.
public struct Offer: Codable, Sendable, Equatable {
    public var id: Reward.ID
    public var title: Title
    public var kind: RewardKind
    /// For one piece.
    public var price: PointAmount
    /// How many pieces are left; absent where there is no end to them.
    public var left: Count?
    /// How many pieces one member may have; absent where there is no such limit.
    public var perMember: Quantity?
    public var from: Instant
    /// It can be redeemed before this moment; absent where the offer has no end.
    public var until: Instant?

    public init(
        id: Reward.ID,
        title: Title,
        kind: RewardKind,
        price: PointAmount,
        left: Count?,
        perMember: Quantity?,
        from: Instant,
        until: Instant?
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.price = price
        self.left = left
        self.perMember = perMember
        self.from = from
        self.until = until
    }
}

/// What kind of thing a reward is (requirements ).
public enum RewardKind: String, Codable, CaseIterable, Sendable {
    case coupon, voucher, physical, virtual, eventTicket, course, earlyAccess, badge
}
