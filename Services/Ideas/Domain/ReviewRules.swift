import IdeasAPI
import Models

/// What an expert may say of an idea.
enum ReviewRules {
    static func check(
        _ card: ScoreIdea,
        by expert: Member.ID,
        onIdeaOf author: Member.ID?,
        hasConflict: Bool,
        in campaign: SealedCampaign,
        at now: Instant
    ) throws(ScoreIdea.Refusal) {
        guard campaign.allows(.review, at: now) else { throw .notReviewing }
        guard author != expert else { throw .ownIdea }
        guard !hasConflict else { throw .conflictDeclared }
        let named = card.grades.map(\.criterion)
        let criteria = Set(campaign.protocol.criteria.map(\.key))
        guard criteria.isSuperset(of: named) else { throw .criterionUnknown }
        guard Set(named).count == named.count else { throw .criterionTwice }
        guard named.count == criteria.count else { throw .gradesIncomplete }
    }

    static func check(
        _ conflict: DeclareConflict,
        hasConflict: Bool,
        in campaign: SealedCampaign,
        at now: Instant
    ) throws(DeclareConflict.Refusal) {
        guard campaign.allows(.review, at: now) else { throw .notReviewing }
        guard !hasConflict else { throw .conflictDeclared }
    }

    /// The mean of the grades by the criteria's weights, to the nearest millionth, halves upwards.
    static func score(_ grades: [CriterionGrade], by criteria: [Criterion]) -> MicroScore {
        let weights = Dictionary(criteria.map { ($0.key, $0.weight.wire) }) { first, _ in first }
        let whole = criteria.reduce(0) { $0 + $1.weight.wire }
        let sum = grades.reduce(0) { $0 + $1.grade.wire * (weights[$1.criterion] ?? 0) }
        return MicroScore(millionths: whole == 0 ? 0 : (sum * 2_000_000 + whole) / (2 * whole))
    }
}
