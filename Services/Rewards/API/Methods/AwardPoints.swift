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

    public init(member: Member.ID, amount: PointAmount, reason: Sentence, transfer: Transfer.ID? = nil) {
        self.member = member
        self.amount = amount
        self.reason = reason
        self.transfer = transfer
    }

    public static let name = "rewards.award"
    public static let summary = "Gives a member points, with a reason."
    public static let details = """
        With a `transfer` of its own a caller can repeat the call for ever, without an idempotency key: the same id \
        gives the points once and gets the same answer each time. The member need not have earned anything before.
        """
    public typealias Caller = StaffMember
    public typealias Reply = Award
    public enum Refusal: String, Contract.Refusal { case transferDiffers, amountTooLarge }
}
