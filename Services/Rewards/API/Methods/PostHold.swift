public import Contract
public import Models

/// Pays what was held.
public struct PostHold: RewardsMethod, Repeatable {
    public var hold: Transfer.ID
    /// All of it if not given; what is not paid can be spent again.
    public var amount: PointAmount?

    public init(hold: Transfer.ID, amount: PointAmount? = nil) {
        self.hold = hold
        self.amount = amount
    }

    public static let name = "rewards.post"
    public static let summary = "Pays what was held, in full or in part, and ends the hold."
    public typealias Caller = StaffMember
    public typealias Reply = HoldEnd
    public enum Refusal: String, Contract.Refusal { case holdUnknown, holdEnded, amountTooLarge, accountStopped }
}
