public import Contract
public import Models

/// Shows one campaign with its sealed protocol.
public struct GetCampaign: IdeasMethod {
    public var campaign: Campaign.ID

    public init(campaign: Campaign.ID) { self.campaign = campaign }

    public static let name = "ideas.campaign"
    public static let summary = "Shows a campaign: its sealed protocol, where it stands, and the caller's own ballot."
    public typealias Caller = Visitor
    public typealias Reply = CampaignView
    public enum Refusal: String, Contract.Refusal { case campaignUnknown }
}
