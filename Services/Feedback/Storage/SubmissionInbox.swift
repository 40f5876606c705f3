import FeedbackAPI
import Models
import TypedSQL

/// What the inbox lets through.
struct InboxFilter: Sendable, Equatable {
    var state: InboxState = .open
    var kind: SubmissionKind?
    var channel: Channel?
    var assignee: Actor?
    var team: TeamName?
    var isUnassigned: Bool?
    var idea: Idea.ID?
    var campaign: Campaign.ID?
}

extension SubmissionTable {
    /// The one that is due first comes first.
    static func inbox(_ filter: InboxFilter, after: InboxCursor?, at now: Instant, limit: Int) -> Query<SubmissionRow> {
        let rest: SQL = after.map { "(due_at, id) > (\($0.dueAt), \($0.submission))" } ?? "1 = 1"
        let conditions = ([condition(filter.state, at: now), rest] + conditions(filter)).joined(separator: " AND ")
        return Query("SELECT \(columns) FROM submission WHERE \(conditions) ORDER BY due_at, id LIMIT \(limit)", read)
    }

    private static func condition(_ state: InboxState, at now: Instant) -> SQL {
        switch state {
        case .open: "answered_at IS NULL"
        case .overdue: "answered_at IS NULL AND due_at < \(now)"
        case .answered: "answered_at IS NOT NULL"
        }
    }

    private static func conditions(_ filter: InboxFilter) -> [SQL] {
        let conditions: [SQL?] = [
            filter.kind.map { "kind = \($0)" },
            filter.channel.map { "channel = \($0)" },
            filter.assignee.map { "assignee = \($0)" },
            filter.team.map { "team = \($0)" },
            filter.isUnassigned.map { $0 ? unheld : "NOT \(unheld)" },
            filter.idea.map { "idea = \($0)" },
            filter.campaign.map { "campaign = \($0)" },
        ]
        return conditions.compactMap { $0 }
    }

    private static let unheld: SQL = "(assignee IS NULL AND team IS NULL)"

    static let listSamples: [SQL] = InboxState.allCases.flatMap { state in
        [true, false].map { flag in
            let filter = InboxFilter(
                state: state,
                kind: .defect,
                channel: .chat,
                assignee: .example,
                team: .example,
                isUnassigned: flag,
                idea: .example,
                campaign: .example
            )
            let after = InboxCursor(dueAt: .example, submission: Submission.ID.example.wire)
            return inbox(filter, after: after, at: .example, limit: 1).sql
        }
    }
}
