@testable import Ideas
import IdeasAPI
import Models
import Testing

@Suite struct SelectionTests {
    /// FIXTURES, V10, the greedy part: six of ten voters take the whole budget.
    @Test func greedyLetsABlocTakeEverything() throws {
        var campaign = try Sample.campaign(.greedyByVotes)
        campaign.budget = try Sample.euros(10)
        let candidates = try (0..<20).map { try candidate($0, cost: 1) }
        let ballots = try (0..<10).map { voter in
            PublishedBallot(
                pseudonym: try Sample.pseudonym(voter),
                agree: (0..<10).map { Sample.idea(voter < 6 ? $0 : $0 + 10) }
            )
        }
        let result = try decide(campaign, candidates, ballots)
        #expect(Set(result.winners.map(\.idea)) == Set((0..<10).map(Sample.idea)))
    }

    @Test func greedyPassesOverWhatDoesNotFit() throws {
        let candidates = [try candidate(1, cost: 700), try candidate(2, cost: 400), try candidate(3, cost: 300)]
        let result = try decide(Sample.campaign(.greedyByVotes), candidates, votes([3, 2, 1]))
        #expect(result.standings.map(\.outcome) == [.selected, .overBudget, .selected])
        #expect(result.standings.map(\.idea) == [1, 2, 3].map(Sample.idea))
    }

    @Test func outcomesOfTheOthers() throws {
        var campaign = try Sample.campaign()
        campaign.winners = .one
        campaign.selection.minimumVotes = try Quantity(wire: 2)
        let candidates = try (1...4).map { try candidate($0) }
        let result = try decide(campaign, candidates, votes([3, 2, 1, 0]))
        #expect(result.standings.map(\.outcome) == [.selected, .afterLast, .belowMinimum, .unsupported])
        #expect(result.standings.map(\.rank.wire) == [1, 2, 3, 4])
        #expect(result.standings[0].votes.agree == Tally(3))
        #expect(result.ballots == Tally(3))
    }

    /// FIXTURES, V1, by scorecards: by raw means B would win.
    @Test func theScorecardIsCorrected() throws {
        var campaign = try Sample.campaign(.weightedScorecard)
        campaign.winners = .one
        let result = try decide(campaign, try (0..<4).map { try candidate($0) }, [], try Self.leniency())
        #expect(result.winners.map(\.idea) == [Sample.idea(0)])
        let scores = result.standings.compactMap(\.scores)
        #expect(scores.map(\.rawMean.wire) == [6_000_000, 7_000_000, 5_000_000])
        #expect(scores.map(\.corrected.wire) == [7_000_000, 6_000_000, 5_000_000])
        #expect(result.judges.map(\.leniency.wire) == [-2_000_000, 0, 2_000_000])
        #expect(result.standings.last?.outcome == .unsupported)
    }

    /// Votes 3, 2, 1, 0 are 100, 66.7, 33.3 and 0 percent; corrected scores 7, 6, 5 and, for the unscored, the mean 6.
    @Test func combinedWeighsByTheShare() throws {
        let result = try decide(
            Sample.campaign(.combined),
            try (0..<4).map { try candidate($0) },
            votes([1, 2, 3, 0], from: 0),
            try Self.leniency()
        )
        var keys: [Idea.ID: Int64] = [:]
        for standing in result.standings { keys[standing.idea] = standing.key.wire }
        #expect(keys[Sample.idea(0)] == 480_000)
        #expect(keys[Sample.idea(2)] == 800_000)
        #expect(keys[Sample.idea(3)] == 240_000)
        #expect(result.standings.last?.outcome == .unsupported)
    }

    @Test func tiesGoToTheEarliest() throws {
        var late = try candidate(1)
        late.submittedAt = Sample.start + Seconds(1)
        let result = try decide(Sample.campaign(), [late, try candidate(2)], votes([2, 2]))
        #expect(result.standings.map(\.idea) == [2, 1].map(Sample.idea))
        #expect(result.ties.map(\.decidedBy) == [.earliestSubmission])
        #expect(result.ties.map(\.ideas) == [[2, 1].map(Sample.idea)])
    }

    @Test(arguments: TieRule.allCases)
    func tiesOfOneMomentAreDrawnFromTheSeal(rule: TieRule) throws {
        var campaign = try Sample.campaign()
        campaign.ties = rule
        let result = try decide(campaign, try (1...3).map { try candidate($0) }, votes([1, 1, 1]))
        let seal = try Seal.of(CampaignProtocol(campaign))
        let expected = (1...3).map(Sample.idea).sorted {
            Seal.digest("\(seal.wire):\($0.wire)").wire < Seal.digest("\(seal.wire):\($1.wire)").wire
        }
        #expect(result.standings.map(\.idea) == expected)
        #expect(result.ties.map(\.decidedBy) == [.sealDraw])
    }

    static func leniency() throws -> [PublishedScorecard] {
        try ScoreModelTests.leniency.map { score in
            PublishedScorecard(
                judge: try Sample.pseudonym(score.judge),
                idea: Sample.idea(score.idea),
                grades: try Sample.grades(Int64(score.score)),
                comment: nil
            )
        }
    }

    private func candidate(_ number: Int, cost: Int64? = nil) throws -> Candidate {
        Candidate(
            idea: Sample.idea(number),
            title: .example,
            submittedAt: Sample.start,
            cost: try cost.map { try Sample.euros($0) }
        )
    }

    /// As many ballots as it takes for these counts, the first idea's first.
    private func votes(_ counts: [Int], from first: Int = 1) throws -> [PublishedBallot] {
        try (0..<(counts.max() ?? 0)).map { voter in
            let agree = counts.indices.filter { counts[$0] > voter }.map { Sample.idea($0 + first) }
            return PublishedBallot(pseudonym: try Sample.pseudonym(voter), agree: agree)
        }
    }

    private func decide(
        _ campaign: OpenCampaign,
        _ candidates: [Candidate],
        _ ballots: [PublishedBallot],
        _ cards: [PublishedScorecard] = []
    ) throws -> ResultDocument {
        try Selection.decide(by: CampaignProtocol(campaign), candidates: candidates, ballots: ballots, cards: cards)
    }
}
