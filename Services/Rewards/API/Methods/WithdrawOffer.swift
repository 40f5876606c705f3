public import Contract
public import Models

/// Takes a reward from offer.
public struct WithdrawOffer: RewardsMethod, Repeatable {
    public var reward: Reward.ID

    public init(reward: Reward.ID) { self.reward = reward }

    public static let name = "rewards.withdrawOffer"
    public static let summary = "Takes a reward from offer before its time."
    public static let details = """
        Nobody can order it any more or get it as a gift, and that is for good. What was redeemed stays redeemed and is \
        fulfilled, cancelled or returned as ever. Calling it twice does no harm.
        """
    public typealias Caller = StaffMember
    public typealias Reply = Offer
    public enum Refusal: String, Contract.Refusal { case rewardUnknown }
}
