public import Contract
public import Models

/// Gives a member a level by hand for some time, or ends that.
public struct SetLevel: RewardsMethod, Repeatable {
    public var member: Member.ID
    public var reason: Sentence
    /// Without it the level that was given by hand ends now.
    public var level: LevelKey?
    /// When it is over; needed with a level.
    public var until: Instant?

    public init(member: Member.ID, reason: Sentence, level: LevelKey? = nil, until: Instant? = nil) {
        self.member = member
        self.level = level
        self.until = until
        self.reason = reason
    }

    public static let name = "rewards.setLevel"
    public static let summary = "Gives a member a level by hand until a date, or ends that."
    public static let details = """
        The rule goes on meanwhile: whenever it gives a higher level the member has that one, and when the time is over \
        the member has what the rule gives then. A later call replaces an earlier one.
        """
    public typealias Caller = StaffMember
    public typealias Reply = LevelStanding
    public enum Refusal: String, Contract.Refusal { case noLevels, levelUnknown, periodEmpty }
}
