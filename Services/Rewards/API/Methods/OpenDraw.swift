public import Contract
public import Models

/// Opens a draw of prizes.
public struct OpenDraw: RewardsMethod, Repeatable {
    public var title: Title
    /// How many win, at most 1,000.
    public var places: Quantity
    /// Members can enter before this moment.
    public var entriesUntil: Instant
    /// From when on the numbers of the sources can be known; after the entries have ended.
    public var seedFrom: Instant
    /// From 1 to 10 public sources of numbers that nobody can foretell, such as the lottery of a certain day.
    public var sources: [Sentence]
    /// Of which each winner gets a piece; the pieces are set aside at once.
    public var reward: Reward.ID?
    /// RFC 3797 as it is if not given.
    public var profile: DrawProfile?
    /// What each member pays who enters; nothing if not given.
    public var entryPrice: AssetAmount?
    /// What each winner is awarded, beside a piece of the reward where there is one too.
    public var prize: AssetAmount?

    public init(
        title: Title,
        places: Quantity,
        entriesUntil: Instant,
        seedFrom: Instant,
        sources: [Sentence],
        reward: Reward.ID? = nil,
        profile: DrawProfile? = nil,
        entryPrice: AssetAmount? = nil,
        prize: AssetAmount? = nil
    ) {
        self.title = title
        self.places = places
        self.entriesUntil = entriesUntil
        self.seedFrom = seedFrom
        self.sources = sources
        self.reward = reward
        self.profile = profile
        self.entryPrice = entryPrice
        self.prize = prize
    }

    public static let name = "rewards.openDraw"
    public static let summary = "Opens a draw of prizes that anybody can recompute (RFC 3797)."
    public static let details = """
        Members enter; then the pool is closed and published with its hash, before any of the numbers is known; then \
        staff say what the sources named here gave, and the winners follow from pool and numbers alone. A winner gets \
        the prize once: a piece of the reward as a gift, or what is awarded, or both.
        """
    public typealias Caller = StaffMember
    public typealias Reply = DrawRecord
    public enum Refusal: String, Contract.Refusal {
        case periodEmpty, tooMany, sourcesNeeded, amountTooLarge, rewardUnknown, notOffered, outOfStock
    }
}
