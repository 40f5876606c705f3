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
            "redemptionClosed": "The redemption is in a state from which this does not follow.",
            "accountStopped": "The account is stopped, because an audit found it in disorder.",
            "holdUnknown": "No hold has this id.",
            "holdEnded": "The hold was already posted or voided, or has lapsed.",
            "transferUnknown": "No transfer has this id.",
            "notReversible": "A transfer of this kind cannot be reversed.",
            "alreadyReversed": "Not that much of the transfer is left to be reversed.",
            "giftsOff": "Members may not give each other points in this programme.",
            "giftToOneself": "A member cannot give points to himself or herself.",
            "giftLimitReached": "The member may not give that many points in one day.",
            "nothingToDo": "The list is empty.",
            "tooManyAtOnce": "One call may bring a thousand at most.",
            "transferTwice": "The same transfer id stands twice in the list.",
            "tooMany": "There are more items in one of the lists than the method takes.",
            "languageTwice": "A language is there more than once.",
            "notStocked": "There is no end to the pieces of this reward, so none can be added.",
            "notEligible": "The reward is for members of other customer types.",
            "taskUnknown": "No task has this id.",
            "taskDone": "The task was done before.",
            "taskOfOrder": "The task ends with its order, by `rewards.fulfil`.",
            "conditionInvalid": "A condition has not what its subject and its test need, or there are too many.",
            "fieldNotOfEvent": "Events of this name do not carry what a condition or the formula asks for.",
            "neverMatches": "The conditions contradict each other, so the rule would never pay.",
            "formulaInvalid": "A factor of the formula or of a multiplier is out of its bounds, or there are too many.",
            "dividesByZero": "The formula or a multiplier divides by zero.",
            "budgetAmbiguous": "Either a named budget pays or the group's, not both.",
            "budgetUnknown": "No budget of this key was ever funded with what the rule gives.",
            "budgetTooSmall": "The budget has less left than one award of the rule.",
            "eventDiffers": "An event with this id was recorded and is another one.",
            "eventNotCustom": "Only events whose names begin with custom. are recorded by backends.",
            "dataInvalid": "An event carries at most 20 numbers and 20 words, under names in camel case.",
            "sharesInvalid": "Shares name from 1 to 100 members, each once.",
            "notYetHappened": "The event is said to happen in the future.",
            "sourceUnknown": "No event with this id was followed or recorded.",
            "alreadyWithdrawn": "What this event earned was taken back before.",
            "deviceCrowded":
                "More than 1000 members were reported with this device, so it says nothing of one of them.",
        ]
    )
}

/// A method of this service.
public protocol RewardsMethod: Method where Interface == RewardsInterface {}
