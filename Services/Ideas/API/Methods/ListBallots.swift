public import Contract
public import Models

/// Lists the ballots of a decided campaign under their pseudonyms.
public struct ListBallots: IdeasMethod {
    public var campaign: Campaign.ID
    public var after: Cursor?
    public var limit: PageLimit?

    public init(campaign: Campaign.ID, after: Cursor? = nil, limit: PageLimit? = nil) {
        self.campaign = campaign
        self.after = after
        self.limit = limit
    }

    public static let name = "ideas.ballots"
    public static let summary = "Lists the ballots of a decided campaign, in the order of their pseudonyms."
    public typealias Caller = Visitor
    public typealias Reply = Page<PublishedBallot>
    public enum Refusal: String, Contract.Refusal { case campaignUnknown, notDecided }
}
