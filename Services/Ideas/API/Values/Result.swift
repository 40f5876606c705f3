public import Models

/// What became of an idea in the selection.
public enum Outcome: String, Codable, CaseIterable, Sendable {
    case selected
    /// It costs more than was left of the budget.
    case overBudget
    /// It came after the last winner.
    case afterLast
    /// It has fewer votes than the protocol asks for.
    case belowMinimum
    /// Nobody voted for it, or nobody scored it, where the rule needs that.
    case unsupported
}

/// What the experts made of one idea.
public struct ScoreSummary: Codable, Sendable, Hashable {
    /// How many scorecards there are.
    public var cards: Tally
    public var rawMean: MicroScore
    /// After the leniency of the judges is taken out, and after shrinkage.
    public var corrected: MicroScore
    /// Ideas of different groups have no judge in common, not even by a chain of judges: their scores are compared only
    /// on the assumption that the groups are equally good.
    public var group: Quantity

    public init(cards: Tally, rawMean: MicroScore, corrected: MicroScore, group: Quantity) {
        self.cards = cards
        self.rawMean = rawMean
        self.corrected = corrected
        self.group = group
    }
}

/// One idea in the result.
public struct Standing: Codable, Sendable, Hashable {
    /// 1 for the first; no two are equal.
    public var rank: Quantity
    public var idea: Idea.ID
    public var external: ExternalID?
    public var title: Title
    public var submittedAt: Instant
    public var cost: Money?
    public var votes: VoteTotals
    public var scores: ScoreSummary?
    /// What it was ranked by: a vote counts 1000000, a point of a score too; with `combined` the whole is 1000000.
    public var key: MicroScore
    public var outcome: Outcome

    public init(
        rank: Quantity,
        idea: Idea.ID,
        external: ExternalID?,
        title: Title,
        submittedAt: Instant,
        cost: Money?,
        votes: VoteTotals,
        scores: ScoreSummary?,
        key: MicroScore,
        outcome: Outcome
    ) {
        self.rank = rank
        self.idea = idea
        self.external = external
        self.title = title
        self.submittedAt = submittedAt
        self.cost = cost
        self.votes = votes
        self.scores = scores
        self.key = key
        self.outcome = outcome
    }
}

/// Ideas that were equal, in the order that the tie rule gave them.
public struct TieDecision: Codable, Sendable, Hashable {
    public var key: MicroScore
    public var ideas: [Idea.ID]
    /// By what it was decided: the draw where moments were equal too.
    public var decidedBy: TieRule

    public init(key: MicroScore, ideas: [Idea.ID], decidedBy: TieRule) {
        self.key = key
        self.ideas = ideas
        self.decidedBy = decidedBy
    }
}

/// How much more generous than the average a judge was.
public struct JudgeLeniency: Codable, Sendable, Hashable {
    public var judge: Pseudonym
    public var leniency: MicroScore

    public init(judge: Pseudonym, leniency: MicroScore) {
        self.judge = judge
        self.leniency = leniency
    }
}

/// A scorecard under its judge's pseudonym.
public struct PublishedScorecard: Codable, Sendable, Hashable {
    public var judge: Pseudonym
    public var idea: Idea.ID
    /// In the order of the criteria's names.
    public var grades: [CriterionGrade]
    public var comment: Prose?

    public init(judge: Pseudonym, idea: Idea.ID, grades: [CriterionGrade], comment: Prose?) {
        self.judge = judge
        self.idea = idea
        self.grades = grades.sorted { $0.criterion < $1.criterion }
        self.comment = comment
    }
}
