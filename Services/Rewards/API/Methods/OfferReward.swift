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
    /// Points if not given.
    public var asset: Asset?
    public var description: RewardDescription?
    /// Of title and description.
    public var language: LanguageTag?
    /// Title and description in other languages, at most 40, each language once.
    public var translations: [RewardText]?
    /// How many pieces one member may order in a day, week or month; without it there is no such limit.
    public var perPeriod: PeriodLimit?
    /// Only members of one of these types may order, as their profiles say; everybody if not given.
    public var customerTypes: [CustomerType]?
    /// At most 10, shown in this order.
    public var pictures: [Picture]?
    /// Only members of this level of today's programme, or of a higher one, may order; everybody if not given.
    public var minimumLevel: LevelKey?

    public init(
        title: Title,
        kind: RewardKind,
        price: PointAmount,
        stock: Quantity? = nil,
        perMember: Quantity? = nil,
        from: Instant? = nil,
        until: Instant? = nil,
        asset: Asset? = nil,
        description: RewardDescription? = nil,
        language: LanguageTag? = nil,
        translations: [RewardText]? = nil,
        perPeriod: PeriodLimit? = nil,
        customerTypes: [CustomerType]? = nil,
        pictures: [Picture]? = nil,
        minimumLevel: LevelKey? = nil
    ) {
        self.title = title
        self.kind = kind
        self.price = price
        self.stock = stock
        self.perMember = perMember
        self.from = from
        self.until = until
        self.asset = asset
        self.description = description
        self.language = language
        self.translations = translations
        self.perPeriod = perPeriod
        self.customerTypes = customerTypes
        self.pictures = pictures
        self.minimumLevel = minimumLevel
    }

    public static let name = "rewards.offer"
    public static let summary = "Puts a reward on offer that members can exchange points for."
    public static let details = """
        What it costs and who may have how much of it never changes afterwards: `rewards.restock` adds pieces, and \
        `rewards.withdrawOffer` ends the offer before its time. Who may order is asked when it is ordered, of the level \
        that the member has then; what staff and rules give, and the prizes of draws, are for everybody.
        """
    public typealias Caller = StaffMember
    public typealias Reply = Offer
    public enum Refusal: String, Contract.Refusal { case periodEmpty, tooMany, languageTwice, levelUnknown }
}
