public import Contract
public import Models

/// One survey with its questions.
public struct ViewSurvey: FeedbackMethod {
    public var survey: Survey.ID

    public init(survey: Survey.ID) {
        self.survey = survey
    }

    public static let name = "feedback.survey"
    public static let summary = "Shows a survey with its questions and its seal."
    public static let details = "A survey that has not opened exists for staff only."
    public typealias Caller = Reader
    public typealias Reply = SurveyView
    /// In order of precedence: the first that applies is the one returned.
    public enum Refusal: String, Contract.Refusal { case surveyUnknown }
}
