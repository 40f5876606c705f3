public import Models

/// Why a number is what it is, for people and for programs that calculate it again.
public struct Explanation: Codable, Sendable, Equatable {
    public var about: ExplainedNumber
    public var member: Member.ID?
    public var at: Instant
    public var asset: Asset?
    /// The result of the last step; absent where a refusal has nothing to calculate with.
    public var result: Int64?
    public var steps: [ArithmeticStep]
    /// The version of the rule that decided, with its terms.
    public var rule: EarningRule?
    /// The event that it decided on.
    public var event: ExplainedEvent?
    /// The version of the programme of levels that decided.
    public var programme: LevelProgramme?
    /// All days on which something that counts for levels happened, whether or not it counts any more.
    public var days: [ExplainedDay]?
    /// The level that staff gave.
    public var byHand: LevelGrant?
    public var transfer: ExplainedTransfer?
    /// Why a rule paid nothing.
    public var unpaid: UnpaidReason?
    /// The condition that was not met.
    public var condition: RuleCondition?

    public init(
        _ about: ExplainedNumber,
        of member: Member.ID?,
        at: Instant,
        asset: Asset? = nil,
        steps: [ArithmeticStep] = []
    ) {
        self.about = about
        self.member = member
        self.at = at
        self.asset = asset
        self.steps = steps
        result = steps.last?.result
    }
}

/// Which number is explained.
public enum ExplainedNumber: String, Codable, CaseIterable, Sendable {
    /// Those of `rewards.balance`.
    case available, held, pending, earned, owed
    /// The place of the member's level in the programme, 1 for the lowest and 0 for none; those of `rewards.level`.
    case level, countedPoints, countedContributions
    /// The place in `rewards.leaderboard`.
    case rank
    /// What one transfer moved, such as an award; it needs `transfer`.
    case award
    /// What was missing where a transfer was refused under its id; it needs `transfer`.
    case refusal
    /// What a rule did not pay for an event; it needs `event` and `rule`.
    case unpaid
}

/// An event as far as rules calculate with it; other people who took part in it are not named.
public struct ExplainedEvent: Codable, Sendable, Equatable {
    public var id: Occurrence.ID
    public var event: EarningEvent
    public var at: Instant
    public var campaign: Campaign.ID?
    public var group: Group.ID?
    public var numbers: [String: Int64]?
    public var words: [String: String]?
    /// The shares that divide the amount, in the order of the members' ids.
    public var weights: [Quantity]?
    /// Where the member stands among the weights, or in the chain of invitations; 1 is the first, and the inviter.
    public var place: Int64?
    /// What the member had on the day before, where a rule asked for it.
    public var level: LevelKey?
    /// Of the member, where a rule asked for it.
    public var customerType: CustomerType?

    public init(
        id: Occurrence.ID,
        event: EarningEvent,
        at: Instant,
        campaign: Campaign.ID?,
        group: Group.ID?,
        numbers: [String: Int64]?,
        words: [String: String]?,
        weights: [Quantity]?,
        place: Int64?,
        level: LevelKey? = nil,
        customerType: CustomerType? = nil
    ) {
        self.level = level
        self.customerType = customerType
        self.id = id
        self.event = event
        self.at = at
        self.campaign = campaign
        self.group = group
        self.numbers = numbers
        self.words = words
        self.weights = weights
        self.place = place
    }
}

/// What a member earned, net of what was taken back, and contributed on one day (UTC).
public struct ExplainedDay: Codable, Sendable, Equatable {
    public var day: Day
    public var points: Points
    public var contributions: Count

    public init(day: Day, points: Points, contributions: Count) {
        self.day = day
        self.points = points
        self.contributions = contributions
    }
}
