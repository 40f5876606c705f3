public import Contract
public import Models

/// Lists ideas, the newest first.
public struct ListIdeas: IdeasMethod {
    public var campaign: Campaign.ID?
    public var status: IdeaStatus?
    public var after: Cursor?
    public var limit: PageLimit?

    public init(
        campaign: Campaign.ID? = nil,
        status: IdeaStatus? = nil,
        after: Cursor? = nil,
        limit: PageLimit? = nil
    ) {
        self.campaign = campaign
        self.status = status
        self.after = after
        self.limit = limit
    }

    public static let name = "ideas.list"
    public static let summary = "Lists ideas, the newest first."
    public static let details = "How many voted for an idea is absent until the campaign's voting phase is closed."
    public typealias Caller = Reader
    public typealias Reply = Page<IdeaSummary>
    public enum Refusal: String, Contract.Refusal { case campaignUnknown }
}
