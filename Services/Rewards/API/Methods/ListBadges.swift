import Contract
public import Models

/// Lists the badges that there are.
public struct ListBadges: RewardsMethod {
    public var after: Cursor?
    public var limit: PageLimit?

    public init(after: Cursor? = nil, limit: PageLimit? = nil) {
        self.after = after
        self.limit = limit
    }

    public static let name = "rewards.badges"
    public static let summary = "Lists the badges and what they take, by key."
    public typealias Caller = Reader
    public typealias Reply = Page<BadgeTerms>
}
