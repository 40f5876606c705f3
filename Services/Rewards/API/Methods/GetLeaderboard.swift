public import Contract
public import Models

/// Ranks members by the points they earned.
public struct GetLeaderboard: RewardsMethod {
    /// The first day (UTC) that counts; from the beginning if not given.
    public var from: Day?
    /// The last day (UTC) that counts; until now if not given.
    public var through: Day?
    /// Only points that were earned in this campaign.
    public var campaign: Campaign.ID?
    /// Only points that were earned for events of this group.
    public var group: Group.ID?
    public var after: Cursor?
    public var limit: PageLimit?

    public init(
        from: Day? = nil,
        through: Day? = nil,
        campaign: Campaign.ID? = nil,
        group: Group.ID? = nil,
        after: Cursor? = nil,
        limit: PageLimit? = nil
    ) {
        self.from = from
        self.through = through
        self.campaign = campaign
        self.group = group
        self.after = after
        self.limit = limit
    }

    public static let name = "rewards.leaderboard"
    public static let summary = "Ranks members by the points that they earned in a period."
    public static let details = """
        Earned points count, not those that are left, so spending costs nobody a place. Members with equal points share \
        a rank, which says so, and the next rank is left out: 1, 2, 2, 4. What was taken back does not count. Staff are not \
        ranked, nor are members who do not want to be; how many those are stands in the reply. Points of a campaign are \
        those that a rule gave for events of the campaign, and likewise of a group.
        """
    public typealias Caller = Reader
    public typealias Reply = Leaderboard
    public enum Refusal: String, Contract.Refusal { case periodEmpty }
}
