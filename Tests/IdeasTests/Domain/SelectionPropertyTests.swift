@testable import Ideas
import IdeasAPI
import Models
import Testing

@Suite struct SelectionPropertyTests {
    /// Requirement 4.1: the result is a function of protocol, ideas, ballots and scorecards, whatever order they come
    /// in.
    @Test(arguments: SelectionKind.allCases)
    func theOrderOfArrivalChangesNothing(kind: SelectionKind) throws {
        var random = SeededGenerator.fresh("\(#function) \(kind)")
        for _ in 0..<60 {
            let election = try RandomElection(kind, using: &random)
            let expected = try Seal.of(election.decided())
            for _ in 0..<3 {
                #expect(try Seal.of(election.shuffled(using: &random).decided()) == expected)
            }
        }
    }

    /// What is spent is never above the budget, and nothing that is passed over would still have fitted.
    @Test func greedySpendsWhatItHas() throws {
        var random = SeededGenerator.fresh()
        for _ in 0..<200 {
            let election = try RandomElection(.greedyByVotes, using: &random)
            let result = try election.decided()
            var left = election.document.budget?.amount.wire ?? 0
            for standing in result.standings {
                let cost = standing.cost?.amount.wire ?? 0
                switch standing.outcome {
                case .selected: left -= cost
                case .overBudget: #expect(cost > left)
                default: #expect(standing.votes.agree == .zero)
                }
            }
            #expect(left >= 0)
        }
    }

    @Test func moreVotesNeverRankLower() throws {
        var random = SeededGenerator.fresh()
        for _ in 0..<200 {
            let result = try RandomElection(.approvalCount, using: &random).decided()
            for (higher, lower) in zip(result.standings, result.standings.dropFirst()) {
                #expect(higher.votes.agree >= lower.votes.agree)
            }
        }
    }
}

/// A campaign with random ideas, ballots and scorecards.
struct RandomElection {
    var document: CampaignProtocol
    var candidates: [Candidate]
    var ballots: [PublishedBallot]
    var cards: [PublishedScorecard]

    init(_ kind: SelectionKind, using random: inout SeededGenerator) throws {
        var campaign = try Sample.campaign(kind)
        campaign.ties = TieRule.allCases.randomElement(using: &random)
        document = CampaignProtocol(campaign)
        let ideas = (0..<Int.random(in: 1...12, using: &random)).map(Sample.idea)
        candidates = []
        for idea in ideas {
            let cost = try Sample.euros(Int64.random(in: 0...600, using: &random))
            let moment = Sample.start + Seconds(Int64.random(in: 0...3, using: &random))
            candidates.append(Candidate(idea: idea, title: .example, submittedAt: moment, cost: cost))
        }
        ballots = []
        for voter in 0..<Int.random(in: 0...25, using: &random) {
            let agree = ideas.filter { _ in Bool.random(using: &random) }
            ballots.append(PublishedBallot(pseudonym: try Sample.pseudonym(voter), agree: agree))
        }
        cards = []
        for judge in 0..<Int.random(in: 0...4, using: &random) {
            for idea in ideas where Bool.random(using: &random) {
                let grades = try Sample.grades(Int64.random(in: 0...10, using: &random))
                let judge = try Sample.pseudonym(judge)
                cards.append(PublishedScorecard(judge: judge, idea: idea, grades: grades, comment: nil))
            }
        }
    }

    func decided() throws -> ResultDocument {
        try Selection.decide(by: document, candidates: candidates, ballots: ballots, cards: cards)
    }

    func shuffled(using random: inout SeededGenerator) -> RandomElection {
        var other = self
        other.candidates.shuffle(using: &random)
        other.ballots.shuffle(using: &random)
        other.cards.shuffle(using: &random)
        return other
    }
}
