public import Contract
public import Models

/// Gives a badge by hand.
public struct GiveBadge: RewardsMethod, Repeatable {
    public var member: Member.ID
    public var badge: BadgeKey
    public var reason: Sentence
    /// 1 for the lowest, which is given if none is named.
    public var grade: Quantity?

    public init(member: Member.ID, badge: BadgeKey, reason: Sentence, grade: Quantity? = nil) {
        self.member = member
        self.badge = badge
        self.grade = grade
        self.reason = reason
    }

    public static let name = "rewards.giveBadge"
    public static let summary = "Gives a member a badge by hand."
    public static let details = """
        Any badge can be given so, also one that a rule gives, and one that was revoked.
        """
    public typealias Caller = StaffMember
    public typealias Reply = MemberBadge
    public enum Refusal: String, Contract.Refusal { case badgeUnknown, gradeUnknown, badgeHeld }
}
