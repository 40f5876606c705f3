import IdeasAPI

/// Which status an idea may get after which.
enum StatusMoves {
    static let allowed: [IdeaStatus: Set<IdeaStatus>] = [
        .open: [.acknowledged, .underReview, .planned, .declined],
        .acknowledged: [.underReview, .planned, .declined],
        .underReview: [.planned, .declined],
        .planned: [.inProgress, .declined],
        .inProgress: [.shipped, .declined],
        .shipped: [],
        .declined: [.underReview],
    ]

    static func check(_ answer: AnswerIdea, from status: IdeaStatus) throws(AnswerIdea.Refusal) {
        guard allowed[status]?.contains(answer.status) == true else { throw .moveNotAllowed }
        guard answer.status != .declined || answer.reason != nil else { throw .reasonMissing }
    }
}
