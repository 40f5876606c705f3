public import Contract
public import Models

/// Lists the collections with what a member has of them.
public struct ListCollections: RewardsMethod {
    /// The caller if not given; another member only for staff and backends.
    public var member: Member.ID?

    public init(member: Member.ID? = nil) {
        self.member = member
    }

    public static let name = "rewards.collections"
    public static let summary = "Lists the collections, each with what a member has of it and what is missing, by key."
    public static let details = """
        Another member's items are answered to a member as those of a member who does not exist.
        """
    public typealias Caller = Reader
    public typealias Reply = [MemberCollection]
    public enum Refusal: String, Contract.Refusal { case memberNeeded, memberUnknown }
}
