public import Contract
public import Models

/// Tells how regularly a member contributes.
public struct GetStreak: RewardsMethod {
    /// The caller if not given; another member only for staff and backends.
    public var member: Member.ID?

    public init(member: Member.ID? = nil) {
        self.member = member
    }

    public static let name = "rewards.streak"
    public static let summary = "Tells for how many days and weeks in a row a member has contributed."
    public static let details = """
        Every kind of contribution counts, signing in too. A day or week that is not over is not missed. A run may miss one \
        in all, which freezes it; where a second is missed only what came after the first remains. Another member's runs are answered to a member \
        as those of a member who does not exist.
        """
    public typealias Caller = Reader
    public typealias Reply = Streaks
    public enum Refusal: String, Contract.Refusal { case memberNeeded, memberUnknown }
}
