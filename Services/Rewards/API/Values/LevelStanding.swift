public import Models

/// Which level a member has on a day, why, and how it goes on.
public struct LevelStanding: Codable, Sendable, Equatable {
    public var member: Member.ID
    /// The version of the programme that decided.
    public var programme: RuleVersion
    /// Absent where the member has no level.
    public var level: LevelKey?
    public var reason: LevelReason
    /// Since which day (UTC) the rule gives this level; absent for a level given by hand.
    public var since: Day?
    /// The first day that counts today; the last is today.
    public var from: Day
    public var through: Day
    /// Earned on these days and not taken back.
    public var points: Points
    /// Made on these days.
    public var contributions: Count
    /// What is missing to the next higher level; absent at the highest.
    public var next: LevelGap?
    /// When something that counts today counts no longer or a grace ends; absent where nothing will change by itself.
    public var reviewedOn: Day?
    /// On which day the level is lost if nothing more is earned; absent where it is not lost.
    public var endsOn: Day?
    /// The level that staff gave, while it lasts, whether or not the rule gives a higher one.
    public var byHand: LevelGrant?

    public init(
        member: Member.ID,
        programme: RuleVersion,
        level: LevelKey?,
        reason: LevelReason,
        since: Day?,
        from: Day,
        through: Day,
        points: Points,
        contributions: Count,
        next: LevelGap?,
        reviewedOn: Day?,
        endsOn: Day?,
        byHand: LevelGrant?
    ) {
        self.member = member
        self.programme = programme
        self.level = level
        self.reason = reason
        self.since = since
        self.from = from
        self.through = through
        self.points = points
        self.contributions = contributions
        self.next = next
        self.reviewedOn = reviewedOn
        self.endsOn = endsOn
        self.byHand = byHand
    }
}

/// Why a member has the level.
public enum LevelReason: String, Codable, CaseIterable, Sendable {
    /// Points and contributions of the period do not reach the lowest level.
    case belowAll
    /// They reach it.
    case reached
    /// They reached it, and the grace is not over.
    case grace
    /// They reached it once, and the programme takes no level away.
    case kept
    /// Staff gave it, and the rule gives a lower one.
    case hand
}

/// What is missing to a level.
public struct LevelGap: Codable, Sendable, Equatable {
    public var level: LevelKey
    public var points: Count
    public var contributions: Count

    public init(level: LevelKey, points: Count, contributions: Count) {
        self.level = level
        self.points = points
        self.contributions = contributions
    }
}

/// A level that staff gave a member for some time.
public struct LevelGrant: Codable, Sendable, Equatable {
    public var level: LevelKey
    /// The first moment at which it is over.
    public var until: Instant
    public var reason: Sentence
    public var by: Actor

    public init(level: LevelKey, until: Instant, reason: Sentence, by: Actor) {
        self.level = level
        self.until = until
        self.reason = reason
        self.by = by
    }
}

/// What a member may do and get by his or her level.
public struct PrivilegeList: Codable, Sendable, Equatable {
    public var member: Member.ID
    public var level: LevelKey?
    /// Those of the level and of all below it, by name.
    public var privileges: [Privilege]

    public init(member: Member.ID, level: LevelKey?, privileges: [Privilege]) {
        self.member = member
        self.level = level
        self.privileges = privileges
    }
}
