import IdeasAPI
import Models

/// What all scorecards of a campaign say together.
struct Review: Sendable {
    /// By idea; absent for one that nobody scored.
    let summaries: [Idea.ID: ScoreSummary]
    /// In the order of pseudonyms.
    let judges: [JudgeLeniency]
    /// Of all scores; nil without any.
    let mean: MicroScore?

    /// - Parameter cards: at most one for each judge and idea, in any order.
    init(_ cards: [PublishedScorecard], criteria: [Criterion]) throws {
        let cards = cards.sorted { ($0.judge, $0.idea) < ($1.judge, $1.idea) }
        let ideas = Array(Set(cards.map(\.idea))).sorted()
        let judges = Array(Set(cards.map(\.judge))).sorted()
        let scores = cards.map { ReviewRules.score($0.grades, by: criteria) }
        let observations = Self.observations(cards, scores, ideas: Self.places(ideas), judges: Self.places(judges))
        let model = ScoreModel(ideas: ideas.count, judges: judges.count, observations)
        let raw = Dictionary(grouping: zip(cards, scores), by: \.0.idea).mapValues { $0.map(\.1) }
        summaries = try Self.summaries(of: ideas, raw, model)
        self.judges = zip(judges, model.leniency).map { JudgeLeniency(judge: $0, leniency: Self.micro($1)) }
        mean = cards.isEmpty ? nil : Self.micro(model.mean)
    }

    private static func observations(
        _ cards: [PublishedScorecard],
        _ scores: [MicroScore],
        ideas: [Idea.ID: Int],
        judges: [Pseudonym: Int]
    ) -> [ScoreModel.Observation] {
        zip(cards, scores).map { card, score in
            ScoreModel.Observation(
                idea: ideas[card.idea] ?? 0,
                judge: judges[card.judge] ?? 0,
                score: Double(score.wire) / 1e6
            )
        }
    }

    private static func summaries(
        of ideas: [Idea.ID],
        _ raw: [Idea.ID: [MicroScore]],
        _ model: ScoreModel
    ) throws -> [Idea.ID: ScoreSummary] {
        var summaries: [Idea.ID: ScoreSummary] = [:]
        for (place, idea) in ideas.enumerated() {
            guard let corrected = model.corrected[place] else { continue }
            let scores = raw[idea] ?? []
            summaries[idea] = ScoreSummary(
                cards: Tally(scores.count),
                rawMean: mean(scores),
                corrected: micro(corrected),
                group: try Quantity(wire: Int64(model.group[place] + 1))
            )
        }
        return summaries
    }

    private static func places<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
        Dictionary(keys.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
    }

    private static func micro(_ points: Double) -> MicroScore {
        MicroScore(millionths: Int64((points * 1e6).rounded()))
    }

    /// To the nearest millionth, halves upwards; scores are never negative.
    private static func mean(_ scores: [MicroScore]) -> MicroScore {
        let count = Int64(scores.count)
        let sum = scores.reduce(0) { $0 + $1.wire }
        return MicroScore(millionths: count == 0 ? 0 : (2 * sum + count) / (2 * count))
    }
}
