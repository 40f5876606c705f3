public import Contract
public import Models

/// Lists the scorecards of a decided campaign under their judges' pseudonyms.
public struct ListScorecards: IdeasMethod {
    public var campaign: Campaign.ID
    public var after: Cursor?
    public var limit: PageLimit?

    public init(campaign: Campaign.ID, after: Cursor? = nil, limit: PageLimit? = nil) {
        self.campaign = campaign
        self.after = after
        self.limit = limit
    }

    public static let name = "ideas.scorecards"
    public static let summary = "Lists the scorecards of a decided campaign, in the order of judge and idea."
    public typealias Caller = Visitor
    public typealias Reply = Page<PublishedScorecard>
    public enum Refusal: String, Contract.Refusal { case campaignUnknown, notDecided }
}
