public import Contract
public import Models

/// Opens a campaign, and with that seals its protocol.
public struct OpenCampaign: IdeasMethod, Repeatable {
    public var title: Title
    public var brief: Prose
    public var phases: [PhaseWindow]
    public var selection: SelectionRule
    /// What the campaign is called in the caller's system. Opening it again under the same reference with the same
    /// protocol changes nothing and returns the first receipt.
    public var reference: ExternalID?
    /// `members` if not given.
    public var source: CampaignSource?
    /// Everybody if not given.
    public var audience: Audience?
    /// True if not given.
    public var allowsEarlyClosing: Bool?
    /// Innovation, practicability and feasibility if not given.
    public var criteria: [Criterion]?
    /// Approval without a limit if not given.
    public var votes: VoteMode?
    /// The earliest submission if not given.
    public var ties: TieRule?
    public var budget: Money?
    public var winners: Quantity?

    public init(
        title: Title,
        brief: Prose,
        phases: [PhaseWindow],
        selection: SelectionRule,
        budget: Money? = nil,
        winners: Quantity? = nil
    ) {
        self.title = title
        self.brief = brief
        self.phases = phases
        self.selection = selection
        self.budget = budget
        self.winners = winners
    }

    public static let name = "ideas.openCampaign"
    public static let summary = "Opens a campaign and seals the protocol by which it is decided."
    public static let details = """
        Everything that decides who takes part and who wins is one document: brief, audience, phases, criteria with
        weights and scales, vote mode, selection rule, tie rule, budget and number of winners. Its canonical JSON has a
        SHA-256, the seal, which is published at once. From then on nothing in it can be changed: a call with the same
        `reference` and any other content is refused as `sealed`. Who wants other rules opens another campaign.

        Phases are collecting, voting, reviewing, deciding, in this order and without overlap. Voting is needed where
        the rule counts votes, reviewing where it counts scores; either may be there without being needed.
        """
    public typealias Caller = StaffMember
    public typealias Reply = CampaignReceipt
    public enum Refusal: String, Contract.Refusal {
        case sealed, audienceEmpty, phaseMissing, phasesOutOfOrder, phasesOver, criteriaMissing, criterionTwice
        case anchorTwice, budgetMissing, winnersMissing, voteShareMissing
    }
}
