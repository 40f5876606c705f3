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
        let ideaPlace = Self.places(ideas)
        let judgePlace = Self.places(judges)
        let scores = cards.map { ReviewRules.score($0.grades, by: criteria) }
        let observations = zip(cards, scores).map { card, score in
            ScoreModel.Observation(
                idea: ideaPlace[card.idea] ?? 0,
                judge: judgePlace[card.judge] ?? 0,
                score: Double(score.wire) / 1e6
            )
        }
        let model = ScoreModel(ideas: ideas.count, judges: judges.count, observations)
        let raw = Dictionary(grouping: zip(cards, scores), by: \.0.idea).mapValues { $0.map(\.1) }
        var summaries: [Idea.ID: ScoreSummary] = [:]
        for (place, idea) in ideas.enumerated() {
            let scores = raw[idea] ?? []
            guard let corrected = model.corrected[place] else { continue }
            summaries[idea] = ScoreSummary(
                cards: Tally(scores.count),
                rawMean: Self.mean(scores),
                corrected: Self.micro(corrected),
                group: try Quantity(wire: Int64(model.group[place] + 1))
            )
        }
        self.summaries = summaries
        self.judges = zip(judges, model.leniency).map { JudgeLeniency(judge: $0, leniency: Self.micro($1)) }
        mean = cards.isEmpty ? nil : Self.micro(model.mean)
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
