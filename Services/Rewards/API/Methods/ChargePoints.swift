public import Contract
public import Models

/// Takes points from a member for something that is handed over at once, such as a discount at the till.
public struct ChargePoints: RewardsMethod, Repeatable {
    public var member: Member.ID
    public var amount: PointAmount
    /// The member reads it in the statement.
    public var reason: Sentence
    /// Chosen by the caller, so that a repeated call has one effect; made here if not given.
    public var transfer: Transfer.ID?
    /// Points if not given.
    public var asset: Asset?

    public init(
        member: Member.ID,
        amount: PointAmount,
        reason: Sentence,
        transfer: Transfer.ID? = nil,
        asset: Asset? = nil
    ) {
        self.member = member
        self.amount = amount
        self.reason = reason
        self.transfer = transfer
        self.asset = asset
    }

    public static let name = "rewards.charge"
    public static let summary = "Takes points from a member at once, for something that a backend hands over."
    public static let details = """
        Points that expire first are spent first. With a `transfer` of its own a caller can repeat the call for ever: \
        the same id has one effect and one answer, also where the answer is a refusal.
        """
    public typealias Caller = StaffMember
    public typealias Reply = Charge
    public enum Refusal: String, Contract.Refusal { case transferDiffers, accountStopped, insufficientPoints }
}
