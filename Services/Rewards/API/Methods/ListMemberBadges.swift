public import Contract
public import Models

/// Lists the badges of a member.
public struct ListMemberBadges: RewardsMethod {
    /// The caller if not given; another member only for staff and backends.
    public var member: Member.ID?

    public init(member: Member.ID? = nil) {
        self.member = member
    }

    public static let name = "rewards.memberBadges"
    public static let summary =
        "Lists the badges that a member has or had, each with its evidence, in the order in which they came."
    public static let details = """
        Another member's badges are answered to a member as those of a member who does not exist. A revoked badge stays in \
        the list, with the reason.
        """
    public typealias Caller = Reader
    public typealias Reply = [MemberBadge]
    public enum Refusal: String, Contract.Refusal { case memberNeeded, memberUnknown }
}
