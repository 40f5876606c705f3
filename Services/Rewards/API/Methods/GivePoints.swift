public import Contract
public import Models

/// Gives another member points of the caller's own.
public struct GivePoints: RewardsMethod, Repeatable {
    public var to: Member.ID
    public var amount: PointAmount
    /// Both read it in their statements.
    public var reason: Sentence
    /// Chosen by the caller, so that a repeated call has one effect; made here if not given.
    public var transfer: Transfer.ID?
    /// Points if not given.
    public var asset: Asset?

    public init(
        to: Member.ID,
        amount: PointAmount,
        reason: Sentence,
        transfer: Transfer.ID? = nil,
        asset: Asset? = nil
    ) {
        self.to = to
        self.amount = amount
        self.reason = reason
        self.transfer = transfer
        self.asset = asset
    }

    public static let name = "rewards.give"
    public static let summary = "Gives another member points of the caller's own, where the programme allows it."
    public static let details = """
        The points keep their expiry and count as earned by nobody anew. An operator sets how many a member may give \
        in one day (UTC); without that setting nobody may give any.
        """
    public typealias Caller = ActingMember
    public typealias Reply = Charge
    public enum Refusal: String, Contract.Refusal {
        case giftsOff, giftToOneself, transferDiffers, memberUnknown, giftLimitReached, accountStopped
        case insufficientPoints
    }
}
