public import Contract
public import Models

/// Shows the result of a decided campaign.
public struct GetResult: IdeasMethod {
    public var campaign: Campaign.ID
    /// Where the standings go on.
    public var after: Cursor?
    /// How many standings.
    public var limit: PageLimit?

    public init(campaign: Campaign.ID, after: Cursor? = nil, limit: PageLimit? = nil) {
        self.campaign = campaign
        self.after = after
        self.limit = limit
    }

    public static let name = "ideas.result"
    public static let summary = "Shows the result of a campaign and everything that is needed to recompute it."
    public static let details = """
        With `ideas.ballots` and `ideas.scorecards` the result can be recomputed by anybody: `ballotsDigest` is the
        SHA-256 of all published ballots (canonical JSON, a line feed after each, in the order of pseudonyms),
        `scorecardsDigest` the same of the scorecards, and `result` that of the whole document: format
        `wellspring-result-1`, seal, ballots, both digests, all standings, ties and judges.
        """
    public typealias Caller = Visitor
    public typealias Reply = ResultView
    public enum Refusal: String, Contract.Refusal { case campaignUnknown, notDecided }
}
