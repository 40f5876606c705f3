public import Contract
public import Models

/// Undoes an award or a payment, or a part of it.
public struct ReverseTransfer: RewardsMethod, Repeatable {
    public var transfer: Transfer.ID
    /// The member reads it in the statement.
    public var reason: Sentence
    /// All that was not undone before if not given.
    public var amount: PointAmount?

    public init(transfer: Transfer.ID, reason: Sentence, amount: PointAmount? = nil) {
        self.transfer = transfer
        self.reason = reason
        self.amount = amount
    }

    public static let name = "rewards.reverse"
    public static let summary = "Takes an award back or gives a payment back, in full or in part, by new transfers."
    public static let details = """
        A payment goes back into the lots that it came from, with the expiry that they had. An award is taken from where \
        it is: from what is pending, else from what the member can spend, the award's own lot first. What was spent \
        meanwhile the member owes, and the next awards pay it; no balance falls below zero. All that is undone of one \
        transfer never comes to more than the transfer.
        """
    public typealias Caller = StaffMember
    public typealias Reply = Reversal
    public enum Refusal: String, Contract.Refusal {
        case transferUnknown, notReversible, alreadyReversed, accountStopped
    }
}
