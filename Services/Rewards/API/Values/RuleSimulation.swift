public import Models

/// What a rule would have paid.
public struct RuleSimulation: Codable, Sendable, Equatable {
    /// How many events were looked at: those of the rule's name in its time.
    public var events: Count
    public var awards: Count
    public var total: Points
    /// How many members would have got something.
    public var membersPaid: Count
    /// Those with the most first; equals by their id.
    public var members: [SimulatedMember]
    /// Awards that would not have been made, by reason.
    public var skipped: [SkipCount]

    public init(
        events: Count,
        awards: Count,
        total: Points,
        membersPaid: Count,
        members: [SimulatedMember],
        skipped: [SkipCount]
    ) {
        self.events = events
        self.awards = awards
        self.total = total
        self.membersPaid = membersPaid
        self.members = members
        self.skipped = skipped
    }
}

/// What a rule would have paid one member.
public struct SimulatedMember: Codable, Sendable, Equatable {
    public var member: Member.ID
    public var awards: Count
    public var total: Points

    public init(member: Member.ID, awards: Count, total: Points) {
        self.member = member
        self.awards = awards
        self.total = total
    }
}

/// How often a rule would have made no award for one reason.
public struct SkipCount: Codable, Sendable, Equatable {
    public var reason: SkipReason
    public var awards: Count

    public init(reason: SkipReason, awards: Count) {
        self.reason = reason
        self.awards = awards
    }
}
