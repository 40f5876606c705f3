public import Contract
public import Models

/// Says that a redeemed reward was handed over, or cancels it.
public struct FulfilRedemption: RewardsMethod, Repeatable {
    public var redemption: Redemption.ID
    public var outcome: FulfilmentOutcome

    public init(redemption: Redemption.ID, outcome: FulfilmentOutcome) {
        self.redemption = redemption
        self.outcome = outcome
    }

    public static let name = "rewards.fulfil"
    public static let summary = "Says that a redeemed reward was delivered, or cancels it and gives the points back."
    public static let details = """
        A cancelled redemption puts the pieces back into the stock and the points back into the lots that they came \
        from, with the expiry that they had: what should have expired meanwhile expires then.
        """
    public typealias Caller = StaffMember
    public typealias Reply = RedemptionRecord
    public enum Refusal: String, Contract.Refusal { case redemptionUnknown, redemptionClosed }
}
