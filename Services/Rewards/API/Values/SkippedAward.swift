public import Models

/// An award that a rule did not make, although its conditions were met.
public struct SkippedAward: Codable, Sendable, Equatable {
    public var rule: RuleKey
    public var version: RuleVersion
    public var member: Member.ID
    public var reason: SkipReason

    public init(rule: RuleKey, version: RuleVersion, member: Member.ID, reason: SkipReason) {
        self.rule = rule
        self.version = version
        self.member = member
        self.reason = reason
    }
}

/// Why a rule made no award.
public enum SkipReason: String, Codable, CaseIterable, Sendable {
    /// The event does not carry the number that the formula needs.
    case fieldMissing
    /// The number that the formula divides by is zero.
    case dividedByZero
    /// The amount, or this member's share of it, comes to nothing.
    case nothingDue
    case dayFull, weekFull, monthFull, campaignFull, totalFull
    /// The budget has less left than the award; what is left stays for smaller ones.
    case budgetSpent
}
