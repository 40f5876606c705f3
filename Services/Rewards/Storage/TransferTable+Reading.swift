import Models
import RewardsAPI
import TypedSQL

/// What an id stands for already.
struct EarlierTransfer: Hashable, Sendable {
    let fingerprint: Digest
    /// Why it was refused; nil where it was made.
    let refusal: String?
}

extension TransferTable {
    static func earlier(_ id: Transfer.ID) -> Query<EarlierTransfer> {
        let several = earlier([id])
        return Query(several.sql) { row in try several.read(row).earlier }
    }

    static func earlier(_ ids: some Sequence<Transfer.ID>) -> Query<(id: Transfer.ID, earlier: EarlierTransfer)> {
        Query("SELECT id, fingerprint, refusal FROM transfer WHERE id IN \(list: Array(ids))") { row in
            (
                try row.get("id"),
                EarlierTransfer(fingerprint: try row.get("fingerprint"), refusal: try row.get("refusal"))
            )
        }
    }

    /// An award as it was made.
    static func award(_ id: Transfer.ID) -> Query<Award> { awards([id]) }

    /// Awards as they were made, in any order.
    static func awards(_ ids: some Sequence<Transfer.ID>) -> Query<Award> {
        Query(
            """
            SELECT t.id, a.owner, t.asset, t.amount, e.balance_after, t.due_at, l.expires_at
            FROM transfer t
            JOIN account a ON a.id = t.credit
            JOIN entry e ON e.transfer = t.id AND e.account = t.credit
            LEFT JOIN lot l ON l.transfer = t.id
            WHERE t.id IN \(list: Array(ids)) AND t.kind = 'award'
            """
        ) { row in
            Award(
                transfer: try row.get("id"),
                member: try row.get("owner"),
                asset: try row.get("asset"),
                amount: try row.get("amount"),
                balance: try row.get("balance_after"),
                pendingUntil: try row.get("due_at"),
                expiresAt: try row.get("expires_at")
            )
        }
    }

    /// A hold that was made, whether or not it has ended.
    static func hold(_ id: Transfer.ID) -> Query<Transfer.ID> {
        Query("SELECT id FROM transfer WHERE id = \(id) AND kind = 'hold' AND refusal IS NULL") { row in
            try row.get("id")
        }
    }

    /// What ended a hold or a pending award.
    static func end(of id: Transfer.ID) -> Query<Transfer.ID> {
        Query("SELECT id FROM transfer WHERE ends = \(id) AND refusal IS NULL") { row in try row.get("id") }
    }

    static func posted(_ id: Transfer.ID) -> Query<PostedTransfer> {
        Query("SELECT kind, amount, debit, credit FROM transfer WHERE id = \(id) AND refusal IS NULL") { row in
            PostedTransfer(
                id: id,
                kind: try row.get("kind"),
                amount: try row.get("amount"),
                debit: try row.get("debit"),
                credit: try row.get("credit")
            )
        }
    }
}
