public import Contract
public import Models

/// Puts a questionnaire before the members.
public struct OpenSurvey: FeedbackMethod, Repeatable {
    public var title: Title
    /// 1 to 100.
    public var questions: [QuestionDraft]
    public var closesAt: Instant
    /// At once if not given.
    public var opensAt: Instant?

    public init(title: Title, questions: [QuestionDraft], opensAt: Instant? = nil, closesAt: Instant) {
        self.title = title
        self.questions = questions
        self.opensAt = opensAt
        self.closesAt = closesAt
    }

    public static let name = "feedback.openSurvey"
    public static let summary = "Opens a survey, now or at a stated moment, and seals its questions."
    public static let details = """
        From here on nothing of it can be changed; the seal is the SHA-256 digest of title, dates and questions. \
        Single and multiple choice have 2 to 50 options, each label once; a scale runs from `scaleLow` to `scaleHigh`; \
        a question in words has neither. `surveyOpened` is published when the survey opens.
        """
    public typealias Caller = StaffMember
    public typealias Reply = SurveyView
    /// In order of precedence: the first that applies is the one returned.
    public enum Refusal: String, Contract.Refusal {
        case opensInThePast, closesBeforeItOpens, questionCountInvalid, optionCountInvalid, optionRepeated
        case choiceLimitInvalid, scaleInvalid, fieldOfAnotherKind
    }
}
