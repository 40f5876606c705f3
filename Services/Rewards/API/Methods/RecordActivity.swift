public import Contract
public import Models

/// Tells of something that a member did outside of this system.
public struct RecordActivity: RewardsMethod, Repeatable {
    /// Its name begins with `custom.`.
    public var activity: EarningEvent
    /// Whom it is about.
    public var member: Member.ID
    /// The other side, where there is one: whose question was answered, who praised.
    public var partner: Member.ID?
    /// Who made it, where several did.
    public var shares: [ContributionShare]?
    public var campaign: Campaign.ID?
    public var group: Group.ID?
    /// What rules can calculate and compare with; no personal data. Each within plus or minus 2^53 - 1.
    public var numbers: [String: Int64]?
    /// What rules can compare with; no personal data. Each from 1 to 200 characters.
    public var words: [String: String]?
    /// When it happened; now if not given.
    public var at: Instant?
    /// Chosen by the caller, so that a repeated call has one effect; made here if not given.
    public var event: Occurrence.ID?

    public init(
        activity: EarningEvent,
        member: Member.ID,
        partner: Member.ID? = nil,
        shares: [ContributionShare]? = nil,
        campaign: Campaign.ID? = nil,
        group: Group.ID? = nil,
        numbers: [String: Int64]? = nil,
        words: [String: String]? = nil,
        at: Instant? = nil,
        event: Occurrence.ID? = nil
    ) {
        self.activity = activity
        self.member = member
        self.partner = partner
        self.shares = shares
        self.campaign = campaign
        self.group = group
        self.numbers = numbers
        self.words = words
        self.at = at
        self.event = event
    }

    public static let name = "rewards.recordActivity"
    public static let summary = "Tells of something that a member did, which earns by the rules for such events."
    public static let details = """
        Attendance at an event, a purchase, praise, an answer that solved a question, a feature that shipped: whatever \
        the company's backends know of. The rules that were in force when it happened decide. With an `event` of its own \
        a caller can repeat the call for ever: the same id earns once and gets the same answer.
        """
    public typealias Caller = Backend
    public typealias Reply = ActivityReceipt
    public enum Refusal: String, Contract.Refusal {
        case eventNotCustom, dataInvalid, sharesInvalid, notYetHappened, eventDiffers, accountStopped
    }
}
