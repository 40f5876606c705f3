public import Contract
public import Models

/// Ranks members by the points they earned.
public struct GetLeaderboard: RewardsMethod {
    /// The first day (UTC) that counts; from the beginning if not given.
    public var from: Day?
    /// The last day (UTC) that counts; until now if not given.
    public var through: Day?
    public var after: Cursor?
    public var limit: PageLimit?

    public init(from: Day? = nil, through: Day? = nil, after: Cursor? = nil, limit: PageLimit? = nil) {
        self.from = from
        self.through = through
        self.after = after
        self.limit = limit
    }

    public static let name = "rewards.leaderboard"
    public static let summary = "Ranks members by the points that they earned in a period."
    public static let details = """
        Earned points count, not those that are left, so spending costs nobody a place. Members with equal points share \
        a rank and the next rank is left out: 1, 2, 2, 4. Staff are not ranked.
        """
    public typealias Caller = Reader
    public typealias Reply = Page<LeaderboardPlace>
    public enum Refusal: String, Contract.Refusal { case periodEmpty }
}
