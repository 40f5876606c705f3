public import Contract
public import Models

/// Answers a submission.
public struct ReplyToSubmission: FeedbackMethod, Repeatable {
    public var submission: Submission.ID
    public var text: Prose
    /// What the answer gives: information, care, or both. Repetitions count once; none if not given.
    public var qualities: [ReplyQuality]?

    public init(submission: Submission.ID, text: Prose, qualities: [ReplyQuality]? = nil) {
        self.submission = submission
        self.text = text
        self.qualities = qualities
    }

    public static let name = "feedback.reply"
    public static let summary = "Answers a submission; the first answer stops its clock."
    public static let details = """
        Further answers are kept and shown, but an answer that came late stays a miss. Nobody answers what he or she \
        said, because that would stop the clock of an unanswered promise.
        """
    public typealias Caller = StaffMember
    public typealias Reply = SubmissionRecord
    /// In order of precedence: the first that applies is the one returned.
    public enum Refusal: String, Contract.Refusal { case submissionUnknown, ownSubmission }
}
