public import Contract
public import Models

/// Decides a campaign by its sealed rule.
public struct SelectIdeas: IdeasMethod, Repeatable {
    public var campaign: Campaign.ID

    public init(campaign: Campaign.ID) { self.campaign = campaign }

    public static let name = "ideas.select"
    public static let summary = "Computes the result by the sealed protocol and publishes it, once."
    public static let details = """
        The call has no choice to make: the result follows from the protocol, the ideas, the ballots and the scorecards
        alone, and anybody can recompute it afterwards. The links from members to ballots are destroyed with it.

        Scores are corrected for lenient and harsh judges by a two-way additive model, score = idea + judge, fitted by
        least squares. Then each idea is drawn towards the mean by s / (s + r / n), where n is the number of its
        scorecards, r the variance that the model leaves and s the variance between ideas that is more than chance (at
        least r / 100); where nothing is left over, nothing is drawn.
        """
    public typealias Caller = StaffMember
    public typealias Reply = SelectionReceipt
    public enum Refusal: String, Contract.Refusal { case campaignUnknown, alreadyDecided, notDeciding, sealBroken }
}
