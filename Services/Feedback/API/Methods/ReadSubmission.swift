public import Contract
public import Models

/// One submission with its answers and its way through the company.
public struct ReadSubmission: FeedbackMethod {
    public var submission: Submission.ID

    public init(submission: Submission.ID) {
        self.submission = submission
    }

    public static let name = "feedback.submission"
    public static let summary = "Shows staff one submission with its answers and everybody who had it."
    public typealias Caller = StaffMember
    public typealias Reply = SubmissionRecord
    /// In order of precedence: the first that applies is the one returned.
    public enum Refusal: String, Contract.Refusal { case submissionUnknown }
}
