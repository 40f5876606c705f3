public import Contract
public import Models

/// Tells which level a member has.
public struct GetLevel: RewardsMethod {
    /// The caller if not given; another member only for staff and backends.
    public var member: Member.ID?

    public init(member: Member.ID? = nil) { self.member = member }

    public static let name = "rewards.level"
    public static let summary = "Tells which level a member has and why, what is missing to the next, and until when."
    public static let details = """
        The level follows from the programme's version, what was earned and contributed on each day, and today's date; \
        a level given by hand counts beside it, and the higher one is the member's. Days are in UTC. Another member's \
        level is answered to a member as that of a member who does not exist.
        """
    public typealias Caller = Reader
    public typealias Reply = LevelStanding
    public enum Refusal: String, Contract.Refusal { case memberNeeded, memberUnknown, noLevels }
}
