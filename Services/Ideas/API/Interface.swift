public import Contract

/// Ideas and selection: what is proposed, and what is chosen by which rule.
public enum IdeasInterface: ServiceInterface {
    public static let service = "ideas"

    /// Append-only: a published number keeps its meaning.
    public static let refusals = RefusalTable(
        block: 2000,
        [
            "sealed": "The campaign is open under another protocol; what is sealed is not changed.",
            "audienceEmpty": "The audience names a list that is empty, so nobody could take part.",
            "phaseMissing": "The protocol lacks a phase that its selection rule needs, or names one twice.",
            "phasesOutOfOrder": "The phases do not follow each other in time in their order.",
            "phasesOver": "The collecting phase would be over before it could begin.",
            "criteriaMissing": "There must be at least one criterion.",
            "criterionTwice": "A criterion is named more than once.",
            "anchorTwice": "A criterion explains the same grade more than once.",
            "budgetMissing": "This selection rule needs a budget.",
            "winnersMissing": "This selection rule needs the number of winners.",
            "voteShareMissing": "The combined rule needs the share of the votes, and only that rule has one.",
            "campaignUnknown": "No campaign has this id.",
            "ideaUnknown": "No idea has this id, or it is not in this campaign.",
            "importsOnly": "This campaign is filled by import; members neither submit nor vote in it.",
            "membersOnly": "This campaign is filled by its members; nothing is imported into it.",
            "notCollecting": "Ideas are taken in the collecting phase only.",
            "notVoting": "Ballots are taken in the voting phase only.",
            "notReviewing": "Experts are heard in the reviewing phase only.",
            "notDeciding": "The campaign is not to be decided yet.",
            "notDecided": "The campaign is not decided yet.",
            "alreadyDecided": "The campaign is decided; it is decided only once.",
            "notInAudience": "The campaign is for other customer types or roles.",
            "staffMayNotVote": "Members with a staff role do not vote.",
            "tooManyTags": "The idea has more tags than are allowed, or one of them twice.",
            "costMissing": "In a campaign with a budget each idea states its cost.",
            "currencyDiffers": "The cost is not in the currency of the campaign's budget.",
            "opinionsNotTaken": "The ballots of this campaign only name ideas that are approved of.",
            "ideaTwice": "The ballot names an idea more than once.",
            "tooManyChoices": "The ballot names more ideas than the protocol allows.",
            "ownIdea": "Nobody scores an idea of his or her own.",
            "conflictDeclared": "The expert has declared a conflict of interest on this idea.",
            "criterionUnknown": "The campaign has no such criterion.",
            "gradesIncomplete": "A scorecard has a grade for each criterion of the campaign.",
            "phaseNotOpen": "This phase is not running.",
            "closesByDateOnly": "By the sealed protocol the phase ends at its instant and not before.",
            "sealBroken": "The stored protocol does not match its seal; nothing is decided by it.",
            "moveNotAllowed": "An idea of this status cannot get that status.",
            "reasonMissing": "An idea is declined with a reason only.",
            "nothingToSearch": "The search term has no letters and no digits.",
            "batchTooLarge": "The batch has more ideas and ballots than one call may bring.",
            "externalTwice": "The batch has two ideas of the same external id.",
            "ballotTwice": "The batch has two ballots of the same pseudonym.",
            "externalUnknown": "A ballot names an idea that was not imported.",
        ]
    )
}

/// A method of this service.
public protocol IdeasMethod: Method where Interface == IdeasInterface {}
