public import Contract
public import Models

/// Answers a survey, once.
public struct AnswerSurvey: FeedbackMethod, Repeatable {
    public var survey: Survey.ID
    public var answers: [QuestionAnswer]

    public init(survey: Survey.ID, answers: [QuestionAnswer]) {
        self.survey = survey
        self.answers = answers
    }

    public static let name = "feedback.answerSurvey"
    public static let summary = "Answers a survey for the caller, all questions at once and for good."
    public static let details = """
        That a member answered is kept, so that nobody answers twice; what was answered is kept without the member. \
        Each answer has exactly the field of its question's kind: `choices`, `text` or `point`. A multiple choice \
        with no choice is no answer.
        """
    public typealias Caller = ActingMember
    public typealias Reply = SurveyReceipt
    /// In order of precedence: the first that applies is the one returned.
    public enum Refusal: String, Contract.Refusal {
        case surveyUnknown, surveyClosed, alreadyAnswered, questionUnknown, questionRepeated, fieldOfAnotherKind
        case optionUnknown, choiceRepeated, tooManyChoices, pointOutsideScale, answerMissing
    }
}
