import Models
import RewardsAPI
import TypedSQL

/// What a rule has decided for a member and an event.
struct Decision: Hashable, Sendable {
    let event: Occurrence.ID
    let rule: Rule.ID
    let member: Member.ID
}

/// What the reconciliation compares the logs with.
enum ReconciledEvents {
    /// Awards, and reasons why there is none.
    static func decisions(for events: [Occurrence.ID]) -> Query<Decision> {
        Query(
            """
            SELECT t.source_event, t.rule, a.owner AS member FROM transfer t JOIN account a ON a.id = t.credit
            WHERE t.rule IS NOT NULL AND t.source_event IN \(list: events)
            UNION ALL
            SELECT source_event, rule, member FROM skipped_award WHERE source_event IN \(list: events)
            """
        ) { row in
            Decision(event: try row.get("source_event"), rule: try row.get("rule"), member: try row.get("member"))
        }
    }

    /// What was followed of some kinds between two positions, the second included.
    static func kept(of names: [String], after first: LogPosition, through last: LogPosition) -> Query<Occurrence.ID> {
        Query(
            """
            SELECT id FROM earning_event
            WHERE event IN \(list: names) AND log_position > \(first) AND log_position <= \(last)
            """
        ) { row in try row.get("id") }
    }

    /// What backends told, and what this service tells itself; of people who were erased not all is known any more.
    static func own(after id: String, limit: Int) -> Query<Occurrence.ID> {
        Query(
            """
            SELECT e.id FROM earning_event e
            WHERE e.log_position = 0 AND e.id > \(id)
                AND NOT EXISTS (SELECT 1 FROM erasure x WHERE x.member = e.contributor)
            ORDER BY e.id LIMIT \(limit)
            """
        ) { row in try row.get("id") }
    }

    /// The awards for events.
    static func awards(for events: [Occurrence.ID]) -> Query<(Decision, Transfer.ID, PointAmount)> {
        Query("\(award) AND t.source_event IN \(list: events)", read)
    }

    /// Awards for events of which nothing is known here.
    static func orphans(after id: String, limit: Int) -> Query<(Decision, Transfer.ID, PointAmount)> {
        Query(
            """
            \(award) AND t.id > \(id) AND NOT EXISTS (SELECT 1 FROM earning_event e WHERE e.id = t.source_event)
            ORDER BY t.id LIMIT \(limit)
            """,
            read
        )
    }

    private static let award: SQL = """
        SELECT t.id, t.source_event, t.rule, a.owner AS member, t.amount
        FROM transfer t JOIN account a ON a.id = t.credit WHERE t.rule IS NOT NULL
        """

    private static let read: @Sendable (Row) throws -> (Decision, Transfer.ID, PointAmount) = { row in
        let decision = Decision(
            event: try row.get("source_event"),
            rule: try row.get("rule"),
            member: try row.get("member")
        )
        return (decision, try row.get("id"), try row.get("amount"))
    }

    static var samples: [SQL] {
        [
            decisions(for: [.example]).sql, kept(of: ["ideas.ideaSubmitted"], after: .start, through: .example).sql,
            own(after: "", limit: 1).sql, awards(for: [.example]).sql, orphans(after: "", limit: 1).sql,
        ]
    }
}
