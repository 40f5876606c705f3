public import Contract
public import Models

/// Submits an idea to a campaign.
public struct SubmitIdea: IdeasMethod, Repeatable {
    public var campaign: Campaign.ID
    public var title: Title
    public var body: Prose
    /// At most ten, or what the operator has set, and none twice.
    public var tags: [Tag]?
    /// Needed where the campaign has a budget, and in its currency.
    public var cost: Money?

    public init(campaign: Campaign.ID, title: Title, body: Prose, tags: [Tag]? = nil, cost: Money? = nil) {
        self.campaign = campaign
        self.title = title
        self.body = body
        self.tags = tags
        self.cost = cost
    }

    public static let name = "ideas.submit"
    public static let summary = "Submits an idea to a campaign that is collecting."
    public static let details = """
        An idea is not changed after it was submitted, because others comment on it, vote for it and score it as it is.
        """
    public typealias Caller = ActingMember
    public typealias Reply = IdeaReceipt
    public enum Refusal: String, Contract.Refusal {
        case campaignUnknown, importsOnly, notCollecting, notInAudience, tooManyTags, costMissing, currencyDiffers
    }
}
