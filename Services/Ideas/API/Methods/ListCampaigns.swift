import Contract
public import Models

/// Lists campaigns, the newest first.
public struct ListCampaigns: IdeasMethod {
    public var after: Cursor?
    public var limit: PageLimit?

    public init(after: Cursor? = nil, limit: PageLimit? = nil) {
        self.after = after
        self.limit = limit
    }

    public static let name = "ideas.campaigns"
    public static let summary = "Lists campaigns, the newest first."
    public typealias Caller = Visitor
    public typealias Reply = Page<CampaignSummary>
}
