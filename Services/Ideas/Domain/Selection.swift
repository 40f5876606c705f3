import IdeasAPI
import Models

/// An idea as the selection sees it.
struct Candidate: Sendable, Hashable {
    var idea: Idea.ID
    var external: ExternalID?
    var title: Title
    var submittedAt: Instant
    var cost: Money?
}

/// The result of a campaign: a function of the protocol, the ideas, the ballots and the scorecards, and of nothing
/// else.
enum Selection {
    /// - Parameters: lists in any order; each idea, each ballot and each scorecard once.
    static func decide(
        by document: CampaignProtocol,
        candidates: [Candidate],
        ballots: [PublishedBallot],
        cards: [PublishedScorecard]
    ) throws -> ResultDocument {
        let ballots = ballots.sorted { $0.pseudonym < $1.pseudonym }
        let cards = cards.sorted { ($0.judge, $0.idea) < ($1.judge, $1.idea) }
        let seal = try Seal.of(document)
        let review = try Review(cards, criteria: document.criteria)
        let ranking = Ranking(candidates, totals: totals(ballots), review: review, by: document, seal: seal)
        return ResultDocument(
            seal: seal,
            ballots: Tally(ballots.count),
            ballotsDigest: try Seal.of(lines: ballots),
            scorecardsDigest: try Seal.of(lines: cards),
            standings: try Award.standings(ranking, by: document),
            ties: ranking.ties,
            judges: review.judges
        )
    }

    static func totals(_ ballots: [PublishedBallot]) -> [Idea.ID: VoteTotals] {
        var counts: [Idea.ID: [Int]] = [:]
        for ballot in ballots {
            for (place, ideas) in [ballot.agree, ballot.pass, ballot.disagree].enumerated() {
                for idea in ideas { counts[idea, default: [0, 0, 0]][place] += 1 }
            }
        }
        return counts.mapValues { VoteTotals(agree: Tally($0[0]), pass: Tally($0[1]), disagree: Tally($0[2])) }
    }
}
