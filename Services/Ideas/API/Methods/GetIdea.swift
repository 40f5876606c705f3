public import Contract
public import Models

/// Shows one idea with its comments.
public struct GetIdea: IdeasMethod {
    public var idea: Idea.ID
    /// Where the comments go on.
    public var after: Cursor?
    /// How many comments.
    public var limit: PageLimit?

    public init(idea: Idea.ID, after: Cursor? = nil, limit: PageLimit? = nil) {
        self.idea = idea
        self.after = after
        self.limit = limit
    }

    public static let name = "ideas.idea"
    public static let summary = "Shows an idea with its text, the company's answers and a page of its comments."
    public static let details = "An expert also sees the grades that he or she gave; nobody sees those of others."
    public typealias Caller = Reader
    public typealias Reply = IdeaView
    public enum Refusal: String, Contract.Refusal { case ideaUnknown }
}
