import Contract
public import Models

/// Lists what points can be exchanged for at the moment of the call.
public struct ListOffers: RewardsMethod {
    public var after: Cursor?
    public var limit: PageLimit?

    public init(after: Cursor? = nil, limit: PageLimit? = nil) {
        self.after = after
        self.limit = limit
    }

    public static let name = "rewards.catalogue"
    public static let summary =
        "Lists the rewards that are on offer when it is called, in the order in which they were put there."
    public static let details = "Rewards of which no piece is left stay in the list, with `left` at 0."
    public typealias Caller = Reader
    public typealias Reply = Page<Offer>
}
