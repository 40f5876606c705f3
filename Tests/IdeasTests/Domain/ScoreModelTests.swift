@testable import Ideas
import IdeasAPI
import Models
import Testing

@Suite struct ScoreModelTests {
    /// FIXTURES, V1: A is scored by J1 and J2, B by J2 and J3, C by J1 and J3.
    static let leniency: [ScoreModel.Observation] = [
        .init(idea: 0, judge: 0, score: 5), .init(idea: 0, judge: 1, score: 7), .init(idea: 1, judge: 1, score: 6),
        .init(idea: 1, judge: 2, score: 8), .init(idea: 2, judge: 0, score: 3), .init(idea: 2, judge: 2, score: 7),
    ]

    @Test func aHarshJudgeNoLongerCostsTheWin() {
        let model = ScoreModel(ideas: 3, judges: 3, Self.leniency)
        #expect(rounded(model.corrected) == [7, 6, 5])
        #expect(rounded(model.leniency) == [-2, 0, 2])
        #expect(model.mean == 6)
        #expect(model.group == [0, 0, 0])
    }

    @Test func aJudgeOfOneIdeaTellsNothing() {
        let more = Self.leniency + [ScoreModel.Observation(idea: 0, judge: 3, score: 10)]
        let model = ScoreModel(ideas: 3, judges: 4, more)
        let (before, after) = ([7.0, 6, 5], model.corrected.compactMap { $0 })
        let shifts = zip(before, after).map { ($1 - $0) * 1e6 }.map { $0.rounded() }
        #expect(Set(shifts).count == 1)
    }

    @Test func withoutOverlapGroupsAreTakenAsEquallyGood() {
        let model = ScoreModel(
            ideas: 4,
            judges: 3,
            [
                .init(idea: 0, judge: 0, score: 1), .init(idea: 1, judge: 0, score: 3),
                .init(idea: 2, judge: 1, score: 7),
                .init(idea: 3, judge: 1, score: 9),
            ]
        )
        #expect(model.group == [0, 0, 1, 1])
        #expect(rounded(model.corrected) == [4, 6, 4, 6])
        #expect(model.leniency[2] == 0)
    }

    @Test func anIdeaWithoutScoresHasNone() {
        let model = ScoreModel(ideas: 2, judges: 1, [.init(idea: 0, judge: 0, score: 4)])
        #expect(model.corrected == [4, nil])
        #expect(ScoreModel(ideas: 0, judges: 0, []).corrected.isEmpty)
    }

    /// The effects are 2 and 8 and nobody is lenient; what is left is plus or minus 1, so r = 4 / (4 - 3). With n = 2
    /// that makes s = 18 - 4 / 2 = 16, and each is drawn to the mean by 16 / (16 + 4 / 2).
    @Test func noiseDrawsTowardsTheMean() {
        let model = ScoreModel(
            ideas: 2,
            judges: 2,
            [
                .init(idea: 0, judge: 0, score: 1), .init(idea: 0, judge: 1, score: 3),
                .init(idea: 1, judge: 0, score: 9),
                .init(idea: 1, judge: 1, score: 7),
            ]
        )
        let factor = 16.0 / 18
        #expect(rounded(model.corrected) == [5 - 3 * factor, 5 + 3 * factor].map { ($0 * 1e6).rounded() / 1e6 })
    }

    /// Requirement 4.2: a judge who gives everybody more changes nothing but his or her own leniency.
    @Test func aConstantOfOneJudgeChangesNothing() throws {
        var random = SeededGenerator.fresh()
        for _ in 0..<300 {
            let (ideas, judges) = (Int.random(in: 1...9, using: &random), Int.random(in: 1...6, using: &random))
            let scores = Self.random(ideas, judges, using: &random)
            let (judge, more) = (Int.random(in: 0..<judges, using: &random), Double.random(in: -5...5, using: &random))
            let shifted = scores.map {
                ScoreModel.Observation(idea: $0.idea, judge: $0.judge, score: $0.score + ($0.judge == judge ? more : 0))
            }
            let before = ScoreModel(ideas: ideas, judges: judges, scores)
            let after = ScoreModel(ideas: ideas, judges: judges, shifted)
            let differences = zip(before.corrected, after.corrected).compactMap { pair in
                pair.0.flatMap { old in pair.1.map { $0 - old } }
            }
            let spread = (differences.max() ?? 0) - (differences.min() ?? 0)
            #expect(spread < 1e-9)
        }
    }

    static func random(_ ideas: Int, _ judges: Int, using random: inout SeededGenerator) -> [ScoreModel.Observation] {
        var scores: [ScoreModel.Observation] = []
        for idea in 0..<ideas {
            for judge in 0..<judges where Bool.random(using: &random) {
                scores.append(.init(idea: idea, judge: judge, score: Double(Int.random(in: 0...10, using: &random))))
            }
        }
        return scores
    }

    private func rounded(_ values: [Double?]) -> [Double] { values.map { (($0 ?? .nan) * 1e6).rounded() / 1e6 } }
}
