public import Contract
public import Models

/// Declares an expert's conflict of interest on an idea.
public struct DeclareConflict: IdeasMethod, Repeatable {
    public var idea: Idea.ID
    public var reason: Sentence

    public init(idea: Idea.ID, reason: Sentence) {
        self.idea = idea
        self.reason = reason
    }

    public static let name = "ideas.declareConflict"
    public static let summary = "Declares that the caller has an interest in an idea and will not score it."
    public static let details =
        "A scorecard that the expert gave the idea earlier is withdrawn. It cannot be taken back."
    public typealias Caller = ExpertMember
    public typealias Reply = ReviewReceipt
    public enum Refusal: String, Contract.Refusal { case ideaUnknown, notReviewing, conflictDeclared }
}
