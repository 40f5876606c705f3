public import Contract
public import Models

/// Corrects a member's points by hand.
public struct AdjustPoints: RewardsMethod, Repeatable {
    public var member: Member.ID
    public var amount: PointAmount
    public var direction: AdjustmentDirection
    /// The member reads it in the statement.
    public var reason: Sentence
    /// Points if not given.
    public var asset: Asset?
    /// Chosen by the caller, so that a repeated call has one effect; made here if not given.
    public var adjustment: PointAdjustment.ID?

    public init(
        member: Member.ID,
        amount: PointAmount,
        direction: AdjustmentDirection,
        reason: Sentence,
        asset: Asset? = nil,
        adjustment: PointAdjustment.ID? = nil
    ) {
        self.member = member
        self.amount = amount
        self.direction = direction
        self.reason = reason
        self.asset = asset
        self.adjustment = adjustment
    }

    public static let name = "rewards.adjust"
    public static let summary =
        "Gives a member points or takes some, with a reason; above a limit a second person decides."
    public static let details = """
        Up to the limit that the operator has set the points move at once. Above it the adjustment is pending and moves \
        nothing until another person of the staff has approved it by `rewards.decideAdjustment`. What rules awarded by \
        mistake is better taken back by `rewards.reverse`, which also finds what was spent of it.
        """
    public typealias Caller = StaffMember
    public typealias Reply = Adjustment
    public enum Refusal: String, Contract.Refusal {
        case adjustmentDiffers, amountTooLarge, accountStopped, insufficientPoints
    }
}
