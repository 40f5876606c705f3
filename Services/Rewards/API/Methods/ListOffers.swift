import Contract
public import Models

/// Lists what points can be exchanged for at the moment of the call.
public struct ListOffers: RewardsMethod {
    public var after: Cursor?
    public var limit: PageLimit?
    /// In which titles and descriptions are wanted.
    public var language: LanguageTag?
    /// Only rewards of one of these kinds; all kinds if not given.
    public var kinds: [RewardKind]?
    /// Whether only those rewards are wanted that are for the caller's customer type and level.
    public var isForMe: Bool?

    public init(
        after: Cursor? = nil,
        limit: PageLimit? = nil,
        language: LanguageTag? = nil,
        kinds: [RewardKind]? = nil,
        isForMe: Bool? = nil
    ) {
        self.after = after
        self.limit = limit
        self.language = language
        self.kinds = kinds
        self.isForMe = isForMe
    }

    public static let name = "rewards.catalogue"
    public static let summary =
        "Lists the rewards that are on offer when it is called, in the order in which they were put there."
    public static let details = """
        Rewards of which no piece is left stay in the list, with `left` at 0. Where there is no text in `language`, the \
        end of the tag is left off step by step (`zh-Hant-TW`, `zh-Hant`, `zh`, as RFC 4647 says in its section 3.4), \
        and where there is none at all, the text is the one that was written first; the reply says which it is. \
        With `isForMe` price, stock and limits are not looked at, and a backend reads what is for everybody.
        """
    public typealias Caller = Reader
    public typealias Reply = Page<Offer>
}
