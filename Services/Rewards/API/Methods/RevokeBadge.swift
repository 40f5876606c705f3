public import Contract
public import Models

/// Revokes a badge.
public struct RevokeBadge: RewardsMethod, Repeatable {
    public var member: Member.ID
    public var badge: BadgeKey
    /// The member reads it.
    public var reason: Sentence
    /// All grades that the member has if not given.
    public var grade: Quantity?

    public init(member: Member.ID, badge: BadgeKey, reason: Sentence, grade: Quantity? = nil) {
        self.member = member
        self.badge = badge
        self.grade = grade
        self.reason = reason
    }

    public static let name = "rewards.revokeBadge"
    public static let summary = "Takes a badge from a member, with a reason."
    public static let details = """
        The rule does not give it again; staff may.
        """
    public typealias Caller = StaffMember
    public typealias Reply = [MemberBadge]
    public enum Refusal: String, Contract.Refusal { case badgeUnknown, badgeNotHeld }
}
