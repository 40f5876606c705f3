import Models
import RewardsAPI
import TypedSQL

extension TransferTable {
    /// What rules awarded for an event, in the order in which they did.
    static func awards(for source: Occurrence.ID) -> Query<ActivityAward> {
        Query(
            """
            SELECT t.id, r.rule_key, t.rule_version, a.owner, t.asset, t.amount, t.due_at
            FROM transfer t JOIN rule r ON r.id = t.rule JOIN account a ON a.id = t.credit
            WHERE t.source_event = \(source) ORDER BY t.id
            """
        ) { row in
            ActivityAward(
                transfer: try row.get("id"),
                rule: try row.get("rule_key"),
                version: try row.get("rule_version"),
                member: try row.get("owner"),
                asset: try row.get("asset"),
                amount: try row.get("amount"),
                pendingUntil: try row.get("due_at")
            )
        }
    }

    /// The same, as far as taking them back needs it, by account: everybody takes members' accounts in this order.
    static func posted(for source: Occurrence.ID) -> Query<PostedTransfer> {
        Query(
            """
            SELECT id, kind, amount, debit, credit FROM transfer
            WHERE source_event = \(source) ORDER BY credit, id
            """
        ) { row in
            PostedTransfer(
                id: try row.get("id"),
                kind: try row.get("kind"),
                amount: try row.get("amount"),
                debit: try row.get("debit"),
                credit: try row.get("credit")
            )
        }
    }

    static var sourceSamples: [SQL] { [awards(for: .example).sql, posted(for: .example).sql] }
}
