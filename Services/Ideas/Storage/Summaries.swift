import IdeasAPI
import Models
import TypedSQL

extension Transaction {
    /// Ideas as they are listed, with what is counted. Votes are absent where the campaign's stage hides them.
    func summaries(_ rows: [IdeaRow], at now: Instant) throws -> [IdeaSummary] {
        let ids = rows.map(\.idea)
        let campaigns = try campaigns(Set(rows.map(\.campaign)))
        let tags = Dictionary(grouping: try all(TagTable.of(ids)), by: \.idea)
        let remarks = Dictionary(try all(RemarkTable.counts(ids)).map { ($0.idea, $0.count) }) { first, _ in first }
        let open = rows.filter { campaigns[$0.campaign]?.allows(.seeVotes, at: now) == true }.map(\.idea)
        let votes = try totals(open)
        return rows.map { row in
            IdeaSummary(
                idea: row.idea,
                campaign: row.campaign,
                author: row.author,
                external: row.external,
                title: row.title,
                tags: (tags[row.idea] ?? []).map(\.tag),
                cost: row.cost,
                status: row.status,
                submittedAt: row.submittedAt,
                comments: remarks[row.idea] ?? .zero,
                votes: votes[row.idea]
            )
        }
    }

    /// For each of the ideas, those without votes included.
    private func totals(_ ideas: [Idea.ID]) throws -> [Idea.ID: VoteTotals] {
        var totals = Dictionary(ideas.map { ($0, VoteTotals.none) }) { first, _ in first }
        for row in try all(ChoiceTable.totals(ideas)) {
            switch row.opinion {
            case .agree: totals[row.idea]?.agree = Tally(row.count)
            case .pass: totals[row.idea]?.pass = Tally(row.count)
            case .disagree: totals[row.idea]?.disagree = Tally(row.count)
            }
        }
        return totals
    }
}
