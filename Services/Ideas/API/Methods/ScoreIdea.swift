public import Contract
public import Models

/// Records an expert's scorecard on an idea.
public struct ScoreIdea: IdeasMethod, Repeatable {
    public var idea: Idea.ID
    /// One for each criterion of the campaign.
    public var grades: [CriterionGrade]
    public var comment: Prose?

    public init(idea: Idea.ID, grades: [CriterionGrade], comment: Prose? = nil) {
        self.idea = idea
        self.grades = grades
        self.comment = comment
    }

    public static let name = "ideas.score"
    public static let summary =
        "Records an expert's scorecard on an idea, or replaces it, while the campaign is reviewing."
    public static let details = """
        Nobody but the expert sees the grades before the decision. Then they are published under a pseudonym, with the
        comment. Who has an interest in an idea declares it with `ideas.declareConflict` instead.
        """
    public typealias Caller = ExpertMember
    public typealias Reply = ReviewReceipt
    public enum Refusal: String, Contract.Refusal {
        case ideaUnknown, notReviewing, ownIdea, conflictDeclared, criterionUnknown, criterionTwice, gradesIncomplete
    }
}
