public import Contract
public import Models

/// Comments on an idea.
public struct CommentOnIdea: IdeasMethod, Repeatable {
    public var idea: Idea.ID
    public var body: Prose

    public init(idea: Idea.ID, body: Prose) {
        self.idea = idea
        self.body = body
    }

    public static let name = "ideas.comment"
    public static let summary = "Posts a comment on an idea."
    public static let details = """
        Every member may comment, whether in the campaign's audience or not, and in every phase: an objection after the
        decision is worth hearing too.
        """
    public typealias Caller = ActingMember
    public typealias Reply = RemarkReceipt
    public enum Refusal: String, Contract.Refusal { case ideaUnknown }
}
