public import Contract
public import Models

/// Casts the caller's ballot in a campaign.
public struct CastBallot: IdeasMethod, Repeatable {
    public var campaign: Campaign.ID
    /// The ideas that the voter approves of or agrees with.
    public var ideas: [Idea.ID]
    /// With opinion ballots: those on which the voter passes.
    public var pass: [Idea.ID]?
    /// With opinion ballots: those with which the voter disagrees.
    public var disagree: [Idea.ID]?

    public init(
        campaign: Campaign.ID,
        ideas: [Idea.ID],
        pass: [Idea.ID]? = nil,
        disagree: [Idea.ID]? = nil
    ) {
        self.campaign = campaign
        self.ideas = ideas
        self.pass = pass
        self.disagree = disagree
    }

    public static let name = "ideas.vote"
    public static let summary = "Casts the caller's ballot, or replaces it, while the campaign is voting."
    public static let details = """
        A member has one ballot in a campaign. Casting again replaces it until the phase closes; an empty list takes
        every choice back. Totals are hidden from everybody until then. The receipt holds the pseudonym under which the
        ballot is published after the decision; the service then forgets whose it is. A call with an idempotency key
        leaves its stored reply behind for as long as such replies are kept, so a voter who wants none of that sends no
        key.
        """
    public typealias Caller = ActingMember
    public typealias Reply = BallotReceipt
    public enum Refusal: String, Contract.Refusal {
        case campaignUnknown, importsOnly, notVoting, staffMayNotVote, notInAudience, opinionsNotTaken, ideaTwice
        case tooManyChoices, ideaUnknown
    }
}
