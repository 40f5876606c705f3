public import Contract
public import Models

/// Adds pieces to the stock of a reward.
public struct RestockReward: RewardsMethod, Repeatable {
    public var reward: Reward.ID
    public var pieces: Quantity

    public init(reward: Reward.ID, pieces: Quantity) {
        self.reward = reward
        self.pieces = pieces
    }

    public static let name = "rewards.restock"
    public static let summary = "Adds pieces to the stock of a reward that is on offer."
    public static let details = """
        At any moment the pieces that are left and those that were given out are the pieces that it was offered with \
        and those that were added since.
        """
    public typealias Caller = StaffMember
    public typealias Reply = Offer
    public enum Refusal: String, Contract.Refusal { case rewardUnknown, notOffered, notStocked }
}
