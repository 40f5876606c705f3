public import Contract
public import Models

// What rewards tells the others.

/// Points moved, or were set aside: one event for each transfer of the journal, whose id ends as the transfer's does.
public struct PointsMoved: Event {
    public var transfer: Transfer.ID
    public var kind: TransferKind
    public var asset: Asset
    public var amount: PointAmount
    /// Whose points they are, or were; absent where only the house's moved.
    public var member: Member.ID?
    /// Who got them from the member, where one gave them to another.
    public var receiver: Member.ID?
    /// The rule that gave them; absent where a person or a backend did.
    public var rule: Rule.ID?
    public static let name = "rewards.pointsMoved"
    public static let summary = "Points moved from one account to another, or were set aside."

    public init(
        transfer: Transfer.ID,
        kind: TransferKind,
        asset: Asset,
        amount: PointAmount,
        member: Member.ID?,
        receiver: Member.ID? = nil,
        rule: Rule.ID? = nil
    ) {
        self.transfer = transfer
        self.kind = kind
        self.asset = asset
        self.amount = amount
        self.member = member
        self.receiver = receiver
        self.rule = rule
    }
}

/// A reward can now be redeemed.
public struct RewardOffered: Event {
    public var reward: Reward.ID
    public var price: PointAmount
    public var asset: Asset
    public static let name = "rewards.rewardOffered"
    public static let summary = "A reward was put on offer."

    public init(reward: Reward.ID, price: PointAmount, asset: Asset = .points) {
        self.reward = reward
        self.price = price
        self.asset = asset
    }
}

/// A member exchanged points for a reward.
public struct RewardRedeemed: Event {
    public var redemption: Redemption.ID
    public var reward: Reward.ID
    public var member: Member.ID
    public var units: Quantity
    public var paid: PointAmount
    public var asset: Asset
    public static let name = "rewards.rewardRedeemed"
    public static let summary = "A member exchanged points for a reward."

    public init(
        redemption: Redemption.ID,
        reward: Reward.ID,
        member: Member.ID,
        units: Quantity,
        paid: PointAmount,
        asset: Asset = .points
    ) {
        self.redemption = redemption
        self.reward = reward
        self.member = member
        self.units = units
        self.paid = paid
        self.asset = asset
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
