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
            """,
            posted
        )
    }

    /// What these members were awarded for invitations, their own or others'.
    static func referralAwards(to members: [Member.ID]) -> Query<PostedTransfer> {
        Query(
            """
            SELECT t.id, t.kind, t.amount, t.debit, t.credit
            FROM account a
            JOIN entry e ON e.account = a.id
            JOIN transfer t ON t.id = e.transfer AND t.credit = a.id AND t.kind = 'award'
            JOIN rule_version v ON v.rule = t.rule AND v.version = t.rule_version
            WHERE a.owner IN \(list: members) AND v.event = 'rewards.referralQualified' ORDER BY t.credit, t.id
            """,
            posted
        )
    }

    private static let posted: @Sendable (Row) throws -> PostedTransfer = { row in
        PostedTransfer(
            id: try row.get("id"),
            kind: try row.get("kind"),
            amount: try row.get("amount"),
            debit: try row.get("debit"),
            credit: try row.get("credit")
        )
    }

    static var sourceSamples: [SQL] {
        [awards(for: .example).sql, posted(for: .example).sql, referralAwards(to: [.example]).sql]
    }
}
