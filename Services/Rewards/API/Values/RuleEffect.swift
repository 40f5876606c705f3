public import Models

/// What a rule has cost and whom it has reached in a period, all its versions together.
public struct RuleEffect: Codable, Sendable, Equatable {
    public var rule: RuleKey
    public var title: Title
    /// The asset that it gives now; awards in another one of earlier versions are not counted.
    public var asset: Asset
    public var awards: Count
    public var awarded: Points
    /// What of it was taken back since, whenever that was.
    public var takenBack: Points
    /// How many different members it paid.
    public var members: Count
    /// The awards that it did not make, by reason.
    public var skipped: [SkipCount]
    /// The budget that pays, and what that has left now; absent where the house pays, or each group.
    public var budget: BudgetKey?
    public var left: Points?

    public init(
        rule: RuleKey,
        title: Title,
        asset: Asset,
        awards: Count,
        awarded: Points,
        takenBack: Points,
        members: Count,
        skipped: [SkipCount],
        budget: BudgetKey?,
        left: Points?
    ) {
        self.rule = rule
        self.title = title
        self.asset = asset
        self.awards = awards
        self.awarded = awarded
        self.takenBack = takenBack
        self.members = members
        self.skipped = skipped
        self.budget = budget
        self.left = left
    }
}
