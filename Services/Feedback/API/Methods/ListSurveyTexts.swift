public import Contract
public import Models

/// What members wrote into a survey.
public struct ListSurveyTexts: FeedbackMethod {
    public var survey: Survey.ID
    public var question: QuestionNumber
    public var after: Cursor?
    public var limit: PageLimit?

    public init(survey: Survey.ID, question: QuestionNumber, after: Cursor? = nil, limit: PageLimit? = nil) {
        self.survey = survey
        self.question = question
        self.after = after
        self.limit = limit
    }

    public static let name = "feedback.surveyTexts"
    public static let summary = "Lists the free answers to one question, without their authors."
    public static let details = """
        Free words may tell who wrote them, so these are for those who may see exact figures: managers, \
        administrators and API clients with the scope `feedback:staff`. The order says nothing about the authors.
        """
    public typealias Caller = StaffMember
    public typealias Reply = Page<SurveyText>
    /// In order of precedence: the first that applies is the one returned.
    public enum Refusal: String, Contract.Refusal {
        case exactnessForbidden, surveyUnknown, questionUnknown, questionHasNoTexts, cursorUnknown
    }
}
