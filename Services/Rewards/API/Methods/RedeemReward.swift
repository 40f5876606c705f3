public import Contract
public import Models

/// Exchanges points for pieces of a reward.
public struct RedeemReward: RewardsMethod, Repeatable {
    public var reward: Reward.ID
    /// One if not given.
    public var quantity: Quantity?

    public init(reward: Reward.ID, quantity: Quantity? = nil) {
        self.reward = reward
        self.quantity = quantity
    }

    public static let name = "rewards.redeem"
    public static let summary = "Exchanges the caller's points for pieces of a reward."
    public static let details = """
        The pieces are reserved and the points set aside together or not at all; of many who want the last piece exactly \
        one gets it. The points are paid when staff say that the reward was shipped or delivered, those that expire \
        first coming first, and can be spent again when it is cancelled before. The price is in the asset of the offer.
        """
    public typealias Caller = ActingMember
    public typealias Reply = Receipt
    public enum Refusal: String, Contract.Refusal {
        case rewardUnknown, notOffered, notEligible, levelTooLow, outOfStock, limitReached, insufficientPoints
        case accountStopped
    }
}
