public import Contract
public import Models

/// Takes back what an event earned, because it was withdrawn, cancelled or found to be fraud.
public struct ReverseSource: RewardsMethod, Repeatable {
    /// As the log of the service that told it names it, or as `rewards.recordActivity` answered.
    public var event: Occurrence.ID
    /// The members read it in their statements.
    public var reason: Sentence

    public init(event: Occurrence.ID, reason: Sentence) {
        self.event = event
        self.reason = reason
    }

    public static let name = "rewards.reverseSource"
    public static let summary = "Takes back all that rules have awarded for an event."
    public static let details = """
        Each award is taken back as by `rewards.reverse`, what is left of it where a part was undone before: from what is \
        pending, else from what the member can spend; the rest the member owes. The event never earns again, also where \
        it is read again, and simulations pass it over. What it used of caps and budgets is not given back.
        """
    public typealias Caller = StaffMember
    public typealias Reply = SourceReversal
    public enum Refusal: String, Contract.Refusal { case sourceUnknown, alreadyWithdrawn, accountStopped }
}
