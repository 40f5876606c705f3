public import Contract
public import Models

/// Defines a badge, or changes it.
public struct DefineBadge: RewardsMethod, Repeatable {
    /// A new key makes a new badge, a known one changes the badge; who has it keeps it.
    public var key: BadgeKey
    public var title: Title
    public var criterion: StandingCriterion
    /// What each grade asks for, the lowest first, at most 20; one grade for 1 if not given.
    public var steps: [PointAmount]?

    public init(key: BadgeKey, title: Title, criterion: StandingCriterion, steps: [PointAmount]? = nil) {
        self.key = key
        self.title = title
        self.criterion = criterion
        self.steps = steps
    }

    public static let name = "rewards.defineBadge"
    public static let summary = "Defines a badge, by what it is given and in which grades, or changes that."
    public static let details = """
        Members who already did what it takes get it within seconds, because the past is looked at too. A badge that was \
        given stays until it is revoked, also where the rule would no longer give it.
        """
    public typealias Caller = StaffMember
    public typealias Reply = BadgeTerms
    public enum Refusal: String, Contract.Refusal { case criterionIncomplete, stepsNotAscending }
}
