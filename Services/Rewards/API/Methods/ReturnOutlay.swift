public import Contract
public import Models

/// Puts back into a budget what a group has not spent.
public struct ReturnOutlay: RewardsMethod, Repeatable {
    public var outlay: Outlay.ID
    public var reason: Sentence
    /// All that has not come back before if not given.
    public var amount: PointAmount?

    public init(outlay: Outlay.ID, reason: Sentence, amount: PointAmount? = nil) {
        self.outlay = outlay
        self.reason = reason
        self.amount = amount
    }

    public static let name = "rewards.returnOutlay"
    public static let summary =
        "Puts back into a group's budget what was not spent on the activity, in full or in part."
    public static let details = "All that comes back of one outlay never comes to more than was paid."
    public typealias Caller = StaffMember
    public typealias Reply = OutlayRecord
    public enum Refusal: String, Contract.Refusal {
        case outlayUnknown, outlayNotPaid, outlayReturned, accountStopped
    }
}
