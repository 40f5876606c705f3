import IdeasAPI

/// What may be done to a campaign.
enum Act: String, CaseIterable, Sendable {
    case submit, importIdeas, comment, vote, importBallots, seeVotes, review, closePhase, select, answer, seeResult
}

/// In which stages of a campaign what may be done.
enum PhaseTable {
    static let stages: [Act: Set<Stage>] = [
        .submit: [.collecting],
        .importIdeas: [.collecting],
        .comment: Set(Stage.allCases),
        .vote: [.voting],
        .importBallots: [.voting],
        // Hidden totals keep late voters from following the early ones.
        .seeVotes: [.beforeReviewing, .reviewing, .beforeDeciding, .deciding, .overdue, .decided],
        .review: [.reviewing],
        .closePhase: [.collecting, .voting, .reviewing],
        // Nobody's delay takes the decision away from those who took part.
        .select: [.deciding, .overdue],
        .answer: Set(Stage.allCases),
        .seeResult: [.decided],
    ]

    static func allows(_ act: Act, in stage: Stage) -> Bool { stages[act]?.contains(stage) == true }
}
