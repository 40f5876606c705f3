import IdeasAPI
import Models

/// Who wins: from the top of the ranking down, as long as there are places and money.
enum Award {
    static func standings(_ ranking: Ranking, by document: CampaignProtocol) throws -> [Standing] {
        var places = document.winners.map { Int($0.wire) } ?? Int.max
        var money = document.budget?.amount.wire
        return try ranking.entries.enumerated().map { place, entry in
            let outcome = outcome(entry, document.selection, places: places, money: money)
            if outcome == .selected {
                places -= 1
                money = money.map { $0 - (entry.candidate.cost?.amount.wire ?? 0) }
            }
            return standing(entry, rank: try Quantity(wire: Int64(place + 1)), outcome)
        }
    }

    private static func outcome(_ entry: Ranking.Entry, _ rule: SelectionRule, places: Int, money: Int64?) -> Outcome {
        if !entry.isSupported { return .unsupported }
        if let least = rule.minimumVotes, entry.votes.agree.wire < least.wire { return .belowMinimum }
        if places == 0 { return .afterLast }
        if let money, let cost = entry.candidate.cost?.amount.wire, cost > money { return .overBudget }
        return .selected
    }

    private static func standing(_ entry: Ranking.Entry, rank: Quantity, _ outcome: Outcome) -> Standing {
        Standing(
            rank: rank,
            idea: entry.candidate.idea,
            external: entry.candidate.external,
            title: entry.candidate.title,
            submittedAt: entry.candidate.submittedAt,
            cost: entry.candidate.cost,
            votes: entry.votes,
            scores: entry.scores,
            key: entry.key,
            outcome: outcome
        )
    }
}
