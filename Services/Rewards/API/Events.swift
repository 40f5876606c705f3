public import Contract
public import Models

// What rewards tells the others.

/// Points were given to a member.
public struct PointsAwarded: Event {
    public var transfer: Transfer.ID
    public var member: Member.ID
    public var amount: PointAmount
    /// The rule that gave them; absent where a person or a backend did.
    public var rule: Rule.ID?
    public static let name = "rewards.pointsAwarded"
    public static let summary = "Points were given to a member."

    public init(transfer: Transfer.ID, member: Member.ID, amount: PointAmount, rule: Rule.ID?) {
        self.transfer = transfer
        self.member = member
        self.amount = amount
        self.rule = rule
    }
}

/// A reward can now be redeemed.
public struct RewardOffered: Event {
    public var reward: Reward.ID
    public var price: PointAmount
    public static let name = "rewards.rewardOffered"
    public static let summary = "A reward was put on offer."

    public init(reward: Reward.ID, price: PointAmount) {
        self.reward = reward
        self.price = price
    }
}

/// A member exchanged points for a reward.
public struct RewardRedeemed: Event {
    public var redemption: Redemption.ID
    public var reward: Reward.ID
    public var member: Member.ID
    public var units: Quantity
    public var paid: PointAmount
    public static let name = "rewards.rewardRedeemed"
    public static let summary = "A member exchanged points for a reward."

    public init(redemption: Redemption.ID, reward: Reward.ID, member: Member.ID, units: Quantity, paid: PointAmount) {
        self.redemption = redemption
        self.reward = reward
        self.member = member
        self.units = units
        self.paid = paid
    }
}

/// A redeemed reward reached the member.
public struct RewardFulfilled: Event {
    public var redemption: Redemption.ID
    public var reward: Reward.ID
    public var member: Member.ID
    public static let name = "rewards.rewardFulfilled"
    public static let summary = "A redeemed reward was handed over."

    public init(redemption: Redemption.ID, reward: Reward.ID, member: Member.ID) {
        self.redemption = redemption
        self.reward = reward
        self.member = member
    }
}
