public import Contract
public import Models

/// Gives a member a reward without points.
public struct GiveGift: RewardsMethod, Repeatable {
    public var reward: Reward.ID
    public var member: Member.ID
    /// The member reads it.
    public var reason: Sentence
    /// One if not given.
    public var quantity: Quantity?

    public init(reward: Reward.ID, member: Member.ID, reason: Sentence, quantity: Quantity? = nil) {
        self.reward = reward
        self.member = member
        self.reason = reason
        self.quantity = quantity
    }

    public static let name = "rewards.giveGift"
    public static let summary = "Gives a member pieces of a reward without points."
    public static let details = """
        No points move; the pieces leave the stock. Gifts count towards no limit of the member, and are also possible \
        before and after the period of the offer, but not once it was withdrawn. A gift is handed over, cancelled and \
        returned like an order.
        """
    public typealias Caller = StaffMember
    public typealias Reply = RedemptionRecord
    public enum Refusal: String, Contract.Refusal { case rewardUnknown, notOffered, outOfStock }
}
