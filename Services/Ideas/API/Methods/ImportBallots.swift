public import Contract
public import Models

/// Brings ideas and ballots that were collected elsewhere into a campaign.
public struct ImportBallots: IdeasMethod, Repeatable {
    public var campaign: Campaign.ID
    public var ideas: [ImportedIdea]?
    public var ballots: [ImportedBallot]?

    public init(campaign: Campaign.ID, ideas: [ImportedIdea]? = nil, ballots: [ImportedBallot]? = nil) {
        self.campaign = campaign
        self.ideas = ideas
        self.ballots = ballots
    }

    public static let name = "ideas.importBallots"
    public static let summary = "Imports ideas by their external ids and ballots by their pseudonyms."
    public static let details = """
        Only for campaigns that were opened with the source `imports`, which their seal makes public. Ideas are taken
        while the campaign is collecting, ballots while it is voting. Sending the same batch again changes nothing: an
        idea of a known external id is left as it is, a ballot of a known pseudonym is replaced. A batch is taken whole
        or not at all.
        """
    public typealias Caller = StaffMember
    public typealias Reply = ImportReceipt
    public enum Refusal: String, Contract.Refusal {
        case campaignUnknown, membersOnly, notCollecting, notVoting, batchTooLarge, externalTwice, tooManyTags
        case costMissing, currencyDiffers, ballotTwice, opinionsNotTaken, ideaTwice, tooManyChoices, externalUnknown
    }
}
