public import Contract

/// Feedback and reporting: what is said, what is answered, and what the figures are.
public enum FeedbackInterface: ServiceInterface {
    public static let service = "feedback"

    /// Append-only: a published number keeps its meaning.
    public static let refusals = RefusalTable(
        block: 4000,
        [
            "memberMissing": "An API client has to say for which member it submits.",
            "behalfForbidden": "Only staff may submit for another member.",
            "memberUnknown": "No member has this id.",
            "channelNeedsStaff": "Telephone, meeting and interview are recorded by staff.",
            "assigneeMissing": "A person or a team has to be named.",
            "submissionUnknown": "No submission has this id.",
            "ownSubmission": "Nobody answers what he or she said.",
            "cursorUnknown": "The cursor is not from this list.",
            "opensInThePast": "The survey would have opened already.",
            "closesBeforeItOpens": "The survey would close before it opens.",
            "questionCountInvalid": "A survey has 1 to 100 questions.",
            "optionCountInvalid": "A choice has 2 to 50 options.",
            "optionRepeated": "Two options of a question have the same label.",
            "choiceLimitInvalid": "The limit must be at least 2 and at most the number of options.",
            "scaleInvalid": "The lowest point of the scale must be below the highest.",
            "fieldOfAnotherKind": "A field belongs to another kind of question, or the one that is needed is missing.",
            "surveyUnknown": "No survey has this id.",
            "surveyClosed": "The survey has closed.",
            "alreadyAnswered": "The member has answered this survey.",
            "questionUnknown": "The survey has no question of this number.",
            "questionRepeated": "A question is answered twice.",
            "optionUnknown": "The question has no option of this number.",
            "choiceRepeated": "An option is chosen twice.",
            "tooManyChoices": "More options are chosen than the question allows.",
            "pointOutsideScale": "The point is outside the scale.",
            "answerMissing": "A question that must be answered is not.",
            "surveyStillOpen": "The table appears when the survey has closed.",
            "exactnessForbidden": "Only those who may see exact figures may read free answers.",
            "questionHasNoTexts": "The question is not answered in words.",
            "weekNotBegun": "The week has not begun.",
        ]
    )
}

/// A method of this service.
public protocol FeedbackMethod: Method where Interface == FeedbackInterface {}
