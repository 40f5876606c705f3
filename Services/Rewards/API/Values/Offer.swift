public import Models

/// A reward and the terms on which points are exchanged for it.
public struct Offer: Codable, Sendable, Equatable {
    public var id: Reward.ID
    /// In the language that was asked for where there is a translation, else as it was written first.
    public var title: Title
    public var kind: RewardKind
    /// For one piece.
    public var price: PointAmount
    /// What the price is in.
    public var asset: Asset
    /// How many pieces are left; absent where there is no end to them.
    public var left: Count?
    /// How many pieces one member may have; absent where there is no such limit.
    public var perMember: Quantity?
    /// How many pieces one member may order in one day, week or month; absent where there is no such limit.
    public var perPeriod: PeriodLimit?
    public var from: Instant
    /// It can be redeemed before this moment; absent where the offer has no end.
    public var until: Instant?
    /// In the language of the title.
    public var description: RewardDescription?
    /// The language of title and description; absent where nobody said which it is.
    public var language: LanguageTag?
    /// Only members of one of these types may order; absent where everybody may.
    public var customerTypes: [CustomerType]?
    /// Only members of this level or a higher one may order; absent where everybody may.
    public var minimumLevel: LevelKey?
    public var pictures: [Picture]
    /// From when on nobody can order any more, before its time; absent as a rule.
    public var withdrawnAt: Instant?

    public init(
        id: Reward.ID,
        title: Title,
        kind: RewardKind,
        price: PointAmount,
        asset: Asset = .points,
        left: Count?,
        perMember: Quantity?,
        perPeriod: PeriodLimit? = nil,
        from: Instant,
        until: Instant?,
        description: RewardDescription? = nil,
        language: LanguageTag? = nil,
        customerTypes: [CustomerType]? = nil,
        minimumLevel: LevelKey? = nil,
        pictures: [Picture] = [],
        withdrawnAt: Instant? = nil
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.price = price
        self.asset = asset
        self.left = left
        self.perMember = perMember
        self.perPeriod = perPeriod
        self.from = from
        self.until = until
        self.description = description
        self.language = language
        self.customerTypes = customerTypes
        self.minimumLevel = minimumLevel
        self.pictures = pictures
        self.withdrawnAt = withdrawnAt
    }
}

/// What kind of thing a reward is (requirements ).
public enum RewardKind: String, Codable, CaseIterable, Sendable {
    case coupon, voucher, physical, virtual, eventTicket, course, earlyAccess, badge
    /// A product of the company without payment.
    case freeProduct
    /// A price reduction on an event or a product.
    case priceReduction
    /// An invitation to test what is not on the market yet.
    case testInvitation
    /// Time with somebody of the management.
    case executiveAccess
    /// The company gives to a good cause in the member's place.
    case charity
    /// What the others do not say.
    case custom
}

/// How many pieces in each day, week or month, all in UTC; weeks begin on Monday.
public struct PeriodLimit: Codable, Sendable, Equatable {
    public var pieces: Quantity
    public var per: LimitPeriod

    public init(pieces: Quantity, per: LimitPeriod) {
        self.pieces = pieces
        self.per = per
    }
}

public enum LimitPeriod: String, Codable, CaseIterable, Sendable {
    case day, week, month
}
