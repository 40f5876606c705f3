@testable import Ideas
import IdeasAPI
import Models
import Testing

@Suite struct ReviewRulesTests {
    private static let scores: [([Int64], [Int64], Int64)] = [
        ([1, 1, 1], [7, 7, 7], 7_000_000), ([1, 1, 1], [10, 0, 0], 3_333_333), ([2, 1, 1], [10, 0, 1], 5_250_000),
        ([1, 1, 1], [5, 5, 1], 3_666_667),
    ]

    @Test(arguments: scores)
    func theScoreIsTheWeightedMean(weights: [Int64], grades: [Int64], expected: Int64) throws {
        var criteria = Criterion.standard
        for (place, weight) in weights.enumerated() { criteria[place].weight = try Weight(wire: weight) }
        let given = try zip(criteria, grades).map { CriterionGrade(criterion: $0.key, grade: try Grade(wire: $1)) }
        #expect(ReviewRules.score(given, by: criteria).wire == expected)
    }

    @Test func refusalsComeInOrder() throws {
        let expert = Sample.member(1)
        let campaign = SealedCampaign(
            id: .example,
            protocol: CampaignProtocol(try Sample.campaign(.weightedScorecard)),
            seal: .example,
            openedAt: Sample.start
        )
        let stranger = CriterionGrade(criterion: try CriterionKey(wire: "beauty"), grade: .example)
        let known = try Sample.grades(5)
        func expect(
            _ refusal: ScoreIdea.Refusal,
            _ grades: [CriterionGrade],
            of author: Member.ID?,
            conflict: Bool,
            at now: Instant
        ) {
            #expect(throws: refusal) {
                try ReviewRules.check(
                    ScoreIdea(idea: .example, grades: grades),
                    by: expert,
                    onIdeaOf: author,
                    hasConflict: conflict,
                    in: campaign,
                    at: now
                )
            }
        }
        let now = Sample.start + .hours(2)
        expect(.notReviewing, [stranger, known[0], known[0]], of: expert, conflict: true, at: Sample.start)
        expect(.ownIdea, [stranger, known[0], known[0]], of: expert, conflict: true, at: now)
        expect(.conflictDeclared, [stranger, known[0], known[0]], of: nil, conflict: true, at: now)
        expect(.criterionUnknown, [stranger, known[0], known[0]], of: nil, conflict: false, at: now)
        expect(.criterionTwice, [known[0], known[0]], of: nil, conflict: false, at: now)
        expect(.gradesIncomplete, [known[0], known[1]], of: nil, conflict: false, at: now)
    }
}
