public import Contract
public import Models

/// Gives a member points by hand.
public struct AwardPoints: RewardsMethod, Repeatable {
    public var member: Member.ID
    public var amount: PointAmount
    /// The member reads it in the statement.
    public var reason: Sentence
    /// Chosen by the caller, so that a repeated call has one effect; made here if not given.
    public var transfer: Transfer.ID?
    /// Points if not given.
    public var asset: Asset?
    /// How long they are pending before the member has them; at once if not given.
    public var pending: Seconds?

    public init(
        member: Member.ID,
        amount: PointAmount,
        reason: Sentence,
        transfer: Transfer.ID? = nil,
        asset: Asset? = nil,
        pending: Seconds? = nil
    ) {
        self.member = member
        self.amount = amount
        self.reason = reason
        self.transfer = transfer
        self.asset = asset
        self.pending = pending
    }

    public static let name = "rewards.award"
    public static let summary = "Gives a member points, with a reason."
    public static let details = """
        With a `transfer` of its own a caller can repeat the call for ever, without an idempotency key: the same id \
        gives the points once and gets the same answer each time, also where the answer is a refusal. The member need \
        not have earned anything before. Points that the member owes are paid from the new ones first. A person of the \
        staff gives no more than the operator allows without a second one's approval; `rewards.adjust` asks for that.
        """
    public typealias Caller = StaffMember
    public typealias Reply = Award
    public enum Refusal: String, Contract.Refusal {
        case transferDiffers, amountTooLarge, approvalNeeded, accountStopped
    }
}
