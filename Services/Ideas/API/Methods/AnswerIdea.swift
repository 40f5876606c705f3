public import Contract
public import Models

/// Answers an idea in the company's name.
public struct AnswerIdea: IdeasMethod, Repeatable {
    public var idea: Idea.ID
    public var status: IdeaStatus
    public var reply: Prose
    /// Needed to decline.
    public var reason: Sentence?

    public init(idea: Idea.ID, status: IdeaStatus, reply: Prose, reason: Sentence? = nil) {
        self.idea = idea
        self.status = status
        self.reply = reply
        self.reason = reason
    }

    public static let name = "ideas.answer"
    public static let summary = "Gives an idea a new status with the company's official reply."
    public static let details = """
        Allowed are: from open to acknowledged, underReview, planned or declined; from acknowledged to underReview,
        planned or declined; from underReview to planned or declined; from planned to inProgress or declined; from
        inProgress to shipped or declined; from declined back to underReview. Shipped is final.
        """
    public typealias Caller = StaffMember
    public typealias Reply = AnswerReceipt
    public enum Refusal: String, Contract.Refusal { case ideaUnknown, moveNotAllowed, reasonMissing }
}
