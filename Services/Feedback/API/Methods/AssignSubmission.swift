public import Contract
public import Models

/// Hands a submission to the person or team that answers best.
public struct AssignSubmission: FeedbackMethod, Repeatable {
    public var submission: Submission.ID
    public var assignee: Actor?
    public var team: TeamName?
    /// Why, for the history.
    public var note: Sentence?

    public init(submission: Submission.ID, assignee: Actor? = nil, team: TeamName? = nil, note: Sentence? = nil) {
        self.submission = submission
        self.assignee = assignee
        self.team = team
        self.note = note
    }

    public static let name = "feedback.assign"
    public static let summary = "Hands a submission to a person or a team, and keeps who had it before."
    public static let details = """
        Either `assignee` or `team`, or both: a person within a team. The promise does not move. Assigning again to \
        the same changes nothing and adds nothing to the history.
        """
    public typealias Caller = StaffMember
    public typealias Reply = SubmissionRecord
    /// In order of precedence: the first that applies is the one returned.
    public enum Refusal: String, Contract.Refusal { case assigneeMissing, submissionUnknown }
}
