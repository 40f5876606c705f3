public import Contract
public import Models

// What rewards tells the others of what members get without points.

/// A member was given a reward.
public struct RewardGiven: Event {
    public var redemption: Redemption.ID
    public var reward: Reward.ID
    public var member: Member.ID
    public var units: Quantity
    public static let name = "rewards.rewardGiven"
    public static let summary = "A member was given a reward without points."

    public init(redemption: Redemption.ID, reward: Reward.ID, member: Member.ID, units: Quantity) {
        self.redemption = redemption
        self.reward = reward
        self.member = member
        self.units = units
    }
}

/// A reward can no longer be redeemed.
public struct OfferWithdrawn: Event {
    public var reward: Reward.ID
    public static let name = "rewards.offerWithdrawn"
    public static let summary = "A reward was taken from offer before its time."

    public init(reward: Reward.ID) { self.reward = reward }
}
