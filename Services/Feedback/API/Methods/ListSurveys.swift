public import Contract
public import Models

/// The surveys that there are.
public struct ListSurveys: FeedbackMethod {
    /// All that the caller may see if not given.
    public var state: SurveyState?
    public var after: Cursor?
    public var limit: PageLimit?

    public init(state: SurveyState? = nil, after: Cursor? = nil, limit: PageLimit? = nil) {
        self.state = state
        self.after = after
        self.limit = limit
    }

    public static let name = "feedback.surveys"
    public static let summary = "Lists the surveys, the newest first."
    public static let details = "Those that have not opened are shown to staff only."
    public typealias Caller = Reader
    public typealias Reply = Page<SurveySummary>
    /// In order of precedence: the first that applies is the one returned.
    public enum Refusal: String, Contract.Refusal { case cursorUnknown }
}
