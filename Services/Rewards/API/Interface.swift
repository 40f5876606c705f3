public import Contract

/// Rewards and points: what is earned, and what it is exchanged for.
public enum RewardsInterface: ServiceInterface {
    public static let service = "rewards"

    /// Append-only: a published number keeps its meaning.
    public static let refusals = RefusalTable(
        block: 3000,
        [
            "memberNeeded": "A backend has to say which member it means.",
            "memberUnknown": "No member with this id has an account here.",
            "payeeNotOfEvent": "Events of this name have no such member who could be paid.",
            "periodEmpty": "The period ends before it begins.",
            "amountTooLarge": "One award may not give that many points.",
            "transferDiffers": "A transfer with this id exists and is another one.",
            "rewardUnknown": "No reward has this id.",
            "notOffered": "The reward is not on offer at this time; its `from` and `until` say when it is.",
            "outOfStock": "There are not that many pieces of the reward left.",
            "limitReached": "The member may not have that many pieces of the reward.",
            "insufficientPoints": "The member has not that many points.",
            "redemptionUnknown": "No redemption has this id.",
            "redemptionClosed": "The redemption was already delivered or cancelled.",
        ]
    )
}

/// A method of this service.
public protocol RewardsMethod: Method where Interface == RewardsInterface {}
