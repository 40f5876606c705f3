/// Scores corrected for lenient and harsh judges, by a two-way additive model: score = idea + judge + chance.
///
/// Ideas and judges are fitted together by least squares, so that a constant added to all scores of one judge changes
/// that judge's leniency and nothing else. Leniencies sum to zero among judges that can be compared; where ideas fall
/// into groups without a common judge, each group's mean is put on the mean of all scores. Then every idea is drawn
/// towards that mean by s / (s + r / n), the usual empirical Bayes factor: r is the variance of what the model leaves,
/// s the variance between ideas beyond chance (but at least r / 100, so that the order of ideas does not vanish), and n
/// the number of the idea's scores. Where the model leaves nothing over, nothing is drawn.
struct ScoreModel: Sendable {
    struct Observation: Sendable {
        var idea: Int
        var judge: Int
        var score: Double
    }

    /// By idea; nil for one that nobody scored.
    let corrected: [Double?]
    /// By idea: 0 for the first group and so on.
    let group: [Int]
    /// By judge; 0 for one who scored nothing.
    let leniency: [Double]
    /// Of all scores.
    let mean: Double

    /// - Parameter observations: at most one for each idea and judge, in an order that does not depend on their
    ///   arrival.
    init(ideas: Int, judges: Int, _ observations: [Observation]) {
        let groups = ScoreGroups(ideas: ideas, judges: judges, observations)
        let leniency = Leniency.fit(ideas: ideas, judges: judges, observations, groups)
        let mean = observations.isEmpty ? 0 : observations.reduce(0) { $0 + $1.score } / Double(observations.count)
        let rest = observations.map { (idea: $0.idea, score: $0.score - leniency[$0.judge]) }
        var effects = Self.means(ideas, rest)
        let noise = Self.noise(rest, effects.values, freedom: observations.count - groups.size)
        effects.center(groups.ofIdea, count: groups.count, on: mean)
        corrected = effects.shrunk(noise: noise, towards: mean, groups: groups.count)
        group = groups.ofIdea
        self.leniency = leniency
        self.mean = mean
    }

    private static func means(_ ideas: Int, _ scores: [(idea: Int, score: Double)]) -> IdeaEffects {
        var effects = IdeaEffects(values: Array(repeating: 0, count: ideas), counts: Array(repeating: 0, count: ideas))
        for score in scores {
            effects.values[score.idea] += score.score
            effects.counts[score.idea] += 1
        }
        for idea in 0..<ideas where effects.counts[idea] > 0 { effects.values[idea] /= Double(effects.counts[idea]) }
        return effects
    }

    /// The variance that the model leaves. What is below a millionth of a millionth is rounding, not noise.
    private static func noise(_ scores: [(idea: Int, score: Double)], _ effects: [Double], freedom: Int) -> Double {
        guard freedom > 0 else { return 0 }
        let squares = scores.reduce(0) { sum, score in
            let left = score.score - effects[score.idea]
            return sum + left * left
        }
        let variance = squares / Double(freedom)
        return variance < 1e-12 ? 0 : variance
    }
}

/// What ideas are worth once judges are taken out.
private struct IdeaEffects {
    var values: [Double]
    /// How many scores each has.
    var counts: [Int]

    mutating func center(_ group: [Int], count: Int, on mean: Double) {
        var sums = Array(repeating: 0.0, count: count)
        var sizes = Array(repeating: 0, count: count)
        for idea in values.indices where counts[idea] > 0 {
            sums[group[idea]] += values[idea]
            sizes[group[idea]] += 1
        }
        for idea in values.indices where counts[idea] > 0 {
            values[idea] += mean - sums[group[idea]] / Double(sizes[group[idea]])
        }
    }

    func shrunk(noise: Double, towards mean: Double, groups: Int) -> [Double?] {
        let scored = values.indices.filter { counts[$0] > 0 }
        let spread = scored.reduce(0) { $0 + (values[$1] - mean) * (values[$1] - mean) }
        let inverse = scored.reduce(0) { $0 + 1 / Double(counts[$1]) } / Double(max(1, scored.count))
        let between = max(spread / Double(max(1, scored.count - groups)) - noise * inverse, noise / 100)
        return values.indices.map { idea in
            guard counts[idea] > 0 else { return nil }
            let factor = noise == 0 ? 1 : between / (between + noise / Double(counts[idea]))
            return mean + factor * (values[idea] - mean)
        }
    }
}
