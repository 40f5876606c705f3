public import Contract
public import Models

/// What the caller has said, and what was answered.
public struct ListMine: FeedbackMethod {
    /// Only this one.
    public var submission: Submission.ID?
    public var after: Cursor?
    public var limit: PageLimit?

    public init(submission: Submission.ID? = nil, after: Cursor? = nil, limit: PageLimit? = nil) {
        self.submission = submission
        self.after = after
        self.limit = limit
    }

    public static let name = "feedback.mine"
    public static let summary = "Lists the caller's own submissions with their answers, the newest first."
    public static let details = "A submission of somebody else is answered like one that does not exist."
    public typealias Caller = ActingMember
    public typealias Reply = Page<SubmissionView>
    /// In order of precedence: the first that applies is the one returned.
    public enum Refusal: String, Contract.Refusal { case cursorUnknown, submissionUnknown }
}
