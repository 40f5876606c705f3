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
        Points that expire first are spent first. The pieces leave the stock and the points leave the account together \
        or not at all; of many who want the last piece exactly one gets it.
        """
    public typealias Caller = ActingMember
    public typealias Reply = Receipt
    public enum Refusal: String, Contract.Refusal {
        case rewardUnknown, notOffered, outOfStock, limitReached, insufficientPoints
    }
}
