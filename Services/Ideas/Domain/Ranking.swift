import IdeasAPI
import Models

/// The ideas in the order of the selection rule, ties decided.
struct Ranking: Sendable {
    struct Entry: Sendable {
        var candidate: Candidate
        var votes: VoteTotals
        var scores: ScoreSummary?
        var key: MicroScore
        /// Whether there is anything that speaks for it; without that it comes last and is not selected.
        var isSupported: Bool
        /// SHA-256 of seal, colon and id: the order of the last resort.
        var draw: Digest
    }

    let entries: [Entry]
    let ties: [TieDecision]

    init(
        _ candidates: [Candidate],
        totals: [Idea.ID: VoteTotals],
        review: Review,
        by document: CampaignProtocol,
        seal: Digest
    ) {
        let most = totals.values.map(\.agree.wire).max() ?? 0
        let entries = candidates.map { candidate in
            let votes = totals[candidate.idea] ?? .none
            let scores = review.summaries[candidate.idea]
            let rule = RankingKey(rule: document.selection, votes: votes, most: most, scores: scores, mean: review.mean)
            return Entry(
                candidate: candidate,
                votes: votes,
                scores: scores,
                key: rule.key,
                isSupported: rule.isSupported,
                draw: Seal.digest("\(seal.wire):\(candidate.idea.wire)")
            )
        }
        let order = TieBreak(rule: document.ties)
        self.entries = entries.sorted(by: order.isBefore)
        ties = order.ties(self.entries)
    }
}

/// What an idea is ranked by.
struct RankingKey {
    var rule: SelectionRule
    var votes: VoteTotals
    /// The votes of the idea that has most of them.
    var most: Int64
    var scores: ScoreSummary?
    /// The mean of all scores, which stands in for an idea that nobody scored.
    var mean: MicroScore?

    var key: MicroScore {
        switch rule.kind {
        case .greedyByVotes, .approvalCount: MicroScore(millionths: votes.agree.wire * 1_000_000)
        case .weightedScorecard: scores?.corrected ?? MicroScore(millionths: 0)
        case .combined: MicroScore(millionths: combined)
        }
    }

    var isSupported: Bool {
        switch rule.kind {
        case .greedyByVotes, .approvalCount: votes.agree > .zero
        case .weightedScorecard: scores != nil
        case .combined: votes.agree > .zero || scores != nil
        }
    }

    /// The votes as a part of the most, and the corrected score as a part of ten points, by their shares.
    private var combined: Int64 {
        let share = rule.voteShare?.wire ?? 0
        let byVotes = most == 0 ? 0 : votes.agree.wire * 1_000_000 / most
        let score = scores?.corrected.wire ?? mean?.wire ?? 0
        let byExperts = min(max(score / 10, 0), 1_000_000)
        return (share * byVotes + (100 - share) * byExperts + 50) / 100
    }
}
