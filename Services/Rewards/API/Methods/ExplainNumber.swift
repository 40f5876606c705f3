public import Contract
public import Models

/// Says why a number is what it is.
public struct ExplainNumber: RewardsMethod {
    public var about: ExplainedNumber
    /// The caller if not given; another member only for staff and backends.
    public var member: Member.ID?
    /// Points if not given.
    public var asset: Asset?
    /// Which award, or which refused id.
    public var transfer: Transfer.ID?
    /// Which event a rule did not pay for, and which rule.
    public var event: Occurrence.ID?
    public var rule: RuleKey?
    /// As in `rewards.leaderboard`, for a rank.
    public var from: Day?
    public var through: Day?
    public var campaign: Campaign.ID?
    public var group: Group.ID?
    /// How many transfers a sum lists, the latest of them; what was before is one operand. 50 if not given.
    public var limit: PageLimit?

    public init(
        about: ExplainedNumber,
        member: Member.ID? = nil,
        asset: Asset? = nil,
        transfer: Transfer.ID? = nil,
        event: Occurrence.ID? = nil,
        rule: RuleKey? = nil,
        from: Day? = nil,
        through: Day? = nil,
        campaign: Campaign.ID? = nil,
        group: Group.ID? = nil,
        limit: PageLimit? = nil
    ) {
        self.about = about
        self.member = member
        self.asset = asset
        self.transfer = transfer
        self.event = event
        self.rule = rule
        self.from = from
        self.through = through
        self.campaign = campaign
        self.group = group
        self.limit = limit
    }

    public static let name = "rewards.why"
    public static let summary = "Says why a number that a member sees is what it is: rule, events and arithmetic."
    public static let details = """
        The steps calculate the number from what the ledger and the events say, each from its operands alone, and the \
        result of the last step is the number. Operands name the transfers that they come from, and `award` explains each \
        of these in turn; `rewards.statement` has the movements before the listed ones. All of it is read in one snapshot.

        A transfer that was refused before this method came has no arithmetic, and neither has a refusal for something \
        else than an amount.
        """
    public typealias Caller = Reader
    public typealias Reply = Explanation
    public enum Refusal: String, Contract.Refusal {
        case subjectMissing, periodEmpty, memberNeeded, memberUnknown, noLevels, notRanked, transferUnknown, notRefused
        case sourceUnknown, ruleUnknown
    }
}
