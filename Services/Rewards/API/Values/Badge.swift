public import Models

/// What somebody has to do for a badge or an item of a collection.
public struct StandingCriterion: Codable, Sendable, Equatable {
    public var kind: CriterionKind
    /// Which contributions are counted; needed for `contributions`.
    public var event: EarningEvent?
    /// Which level has to be reached; needed for `level`.
    public var level: LevelKey?

    public init(kind: CriterionKind, event: EarningEvent? = nil, level: LevelKey? = nil) {
        self.kind = kind
        self.event = event
        self.level = level
    }
}

/// What is counted, or compared.
public enum CriterionKind: String, Codable, CaseIterable, Sendable {
    /// How many contributions of one kind were ever made.
    case contributions
    /// How many points were ever earned and not taken back.
    case points
    /// 1 for a member who has the level or a higher one, else 0.
    case level
    /// Nothing: staff give it.
    case hand
}

/// A badge, and what it takes.
public struct BadgeTerms: Codable, Sendable, Equatable {
    public var key: BadgeKey
    public var title: Title
    public var criterion: StandingCriterion
    /// What each grade of the badge asks for, the lowest first; for a badge that is given by hand the figures mean nothing.
    public var steps: [PointAmount]

    public init(key: BadgeKey, title: Title, criterion: StandingCriterion, steps: [PointAmount]) {
        self.key = key
        self.title = title
        self.criterion = criterion
        self.steps = steps
    }
}

/// A badge that a member has in one grade, or had.
public struct MemberBadge: Codable, Sendable, Equatable {
    public var badge: BadgeKey
    /// 1 for the lowest.
    public var grade: Quantity
    public var givenAt: Instant
    /// What was counted when the rule gave it; absent where staff gave it.
    public var counted: Count?
    /// The contribution that completed the number; absent where none did.
    public var evidence: Occurrence.ID?
    /// Who gave it, and why, where staff did.
    public var by: Actor?
    public var reason: Sentence?
    /// Since when it is revoked, and why; absent while the member has it.
    public var revokedAt: Instant?
    public var revokedBecause: Sentence?

    public init(
        badge: BadgeKey,
        grade: Quantity,
        givenAt: Instant,
        counted: Count? = nil,
        evidence: Occurrence.ID? = nil,
        by: Actor? = nil,
        reason: Sentence? = nil,
        revokedAt: Instant? = nil,
        revokedBecause: Sentence? = nil
    ) {
        self.badge = badge
        self.grade = grade
        self.givenAt = givenAt
        self.counted = counted
        self.evidence = evidence
        self.by = by
        self.reason = reason
        self.revokedAt = revokedAt
        self.revokedBecause = revokedBecause
    }
}
