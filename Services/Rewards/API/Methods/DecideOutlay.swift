public import Contract
public import Models

/// Approves or rejects what a group asks for.
public struct DecideOutlay: RewardsMethod, Repeatable {
    public var outlay: Outlay.ID
    public var decision: OutlayDecision
    /// Who asked reads it; needed where it is rejected.
    public var reason: Sentence?

    public init(outlay: Outlay.ID, decision: OutlayDecision, reason: Sentence? = nil) {
        self.outlay = outlay
        self.decision = decision
        self.reason = reason
    }

    public static let name = "rewards.decideOutlay"
    public static let summary = "Approves what a group asks for, which pays it from the group's budget, or rejects it."
    public static let details = """
        Whoever asked cannot decide, as a member of the staff or as a backend. Approval and payment are one: the budget \
        never pays more than it has, and where it has less, the request stays open and can be decided later. Of many who \
        decide at once one does.
        """
    public typealias Caller = StaffMember
    public typealias Reply = OutlayRecord
    public enum Refusal: String, Contract.Refusal {
        case reasonMissing, outlayUnknown, ownRequest, outlayDecided, budgetShort, accountStopped
    }
}
