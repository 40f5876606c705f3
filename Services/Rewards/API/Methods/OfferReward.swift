public import Contract
public import Models

/// Puts a reward on offer.
public struct OfferReward: RewardsMethod, Repeatable {
    public var title: Title
    public var kind: RewardKind
    /// For one piece.
    public var price: PointAmount
    /// How many pieces there are; without it there is no end to them.
    public var stock: Quantity?
    /// How many pieces one member may have; without it there is no such limit.
    public var perMember: Quantity?
    /// From now on if not given.
    public var from: Instant?
    public var until: Instant?

    public init(
        title: Title,
        kind: RewardKind,
        price: PointAmount,
        stock: Quantity? = nil,
        perMember: Quantity? = nil,
        from: Instant? = nil,
        until: Instant? = nil
    ) {
        self.title = title
        self.kind = kind
        self.price = price
        self.stock = stock
        self.perMember = perMember
        self.from = from
        self.until = until
    }

    public static let name = "rewards.offer"
    public static let summary = "Puts a reward on offer that members can exchange points for."
    public typealias Caller = StaffMember
    public typealias Reply = Offer
    public enum Refusal: String, Contract.Refusal { case periodEmpty }
}
