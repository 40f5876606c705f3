public import Contract
public import Models

/// Says what has become of a redeemed reward.
public struct FulfilRedemption: RewardsMethod, Repeatable {
    public var redemption: Redemption.ID
    public var outcome: FulfilmentOutcome
    /// Of a shipment or a delivery its carrier and reference, of a cancellation or a return the reason. The member reads
    /// it.
    public var note: Sentence?

    public init(redemption: Redemption.ID, outcome: FulfilmentOutcome, note: Sentence? = nil) {
        self.redemption = redemption
        self.outcome = outcome
        self.note = note
    }

    public static let name = "rewards.fulfil"
    public static let summary = "Says that a redeemed reward was shipped, delivered or returned, or cancels it."
    public static let details = """
        Points are paid when the reward is shipped, or delivered at once. Cancelling frees what was set aside, and a \
        return gives back what was paid, into the lots that it came from, with the expiry that they had: what should \
        have expired meanwhile expires then. In both cases the pieces go back into the stock. From `ordered` to \
        `shipped`, `delivered` or `cancelled`; from `shipped` to `delivered` or `returned`; from `delivered` to `returned`.
        """
    public typealias Caller = StaffMember
    public typealias Reply = RedemptionRecord
    public enum Refusal: String, Contract.Refusal {
        case redemptionUnknown, redemptionClosed, couponUsed, accountStopped
    }
}
