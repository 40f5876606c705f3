import Models
import TypedSQL

extension AuditTable {
    static let lotsMatchBalance: SQL = """
        SELECT a.id AS account FROM account a
        LEFT JOIN (SELECT account, SUM(remaining) AS total FROM lot GROUP BY account) l ON l.account = a.id
        WHERE a.kind = 'member' AND a.balance <> COALESCE(l.total, 0)
        """

    static let lotsMatchUses: SQL = """
        SELECT l.account FROM lot l
        LEFT JOIN (SELECT lot, SUM(amount) AS total FROM lot_use GROUP BY lot) u ON u.lot = l.id
        WHERE l.remaining <> l.granted - COALESCE(u.total, 0) OR l.remaining NOT BETWEEN l.held AND l.granted
        """

    static let noUseAfterExpiry: SQL = """
        SELECT l.account FROM lot_use u
        JOIN transfer t ON t.id = u.transfer
        JOIN lot l ON l.id = u.lot
        WHERE (t.kind IN ('payment', 'gift', 'settlement') AND t.created_at >= l.expires_at)
            OR (t.kind = 'expiry' AND t.created_at < l.expires_at)
        UNION ALL
        SELECT l.account FROM lot_hold h
        JOIN transfer t ON t.id = h.transfer
        JOIN lot l ON l.id = h.lot
        WHERE t.created_at >= l.expires_at
        """

    /// What gives a member points makes lots of its amount, and what takes from a member uses lots by its amount; a gift
    /// does both, a refund gives back, and a hold sets aside.
    static let partsAddUp: SQL = """
        SELECT COALESCE(t.debit, t.credit) AS account FROM transfer t
        LEFT JOIN (SELECT transfer, SUM(amount) AS total FROM lot_use GROUP BY transfer) u ON u.transfer = t.id
        LEFT JOIN (SELECT transfer, SUM(amount) AS total FROM lot_hold GROUP BY transfer) h ON h.transfer = t.id
        LEFT JOIN (SELECT transfer, SUM(granted) AS total FROM lot GROUP BY transfer) l ON l.transfer = t.id
        JOIN account d ON d.id = t.debit
        JOIN account c ON c.id = t.credit
        WHERE t.refusal IS NULL AND (
            COALESCE(u.total, 0) <> CASE
                WHEN t.kind = 'refund' THEN -t.amount
                WHEN d.kind = 'member' AND t.kind NOT IN ('hold', 'void', 'lapse') THEN t.amount
                ELSE 0 END
            OR COALESCE(h.total, 0) <> CASE WHEN t.kind = 'hold' THEN t.amount ELSE 0 END
            OR COALESCE(l.total, 0) <> CASE WHEN c.kind = 'member' AND t.kind <> 'refund' THEN t.amount ELSE 0 END
        )
        """

    static func accountsWithLots(after last: String, limit: Int) -> Query<AccountID> {
        Query("SELECT DISTINCT account FROM lot WHERE account > \(last) ORDER BY account LIMIT \(limit)") { row in
            try row.get("account")
        }
    }

    /// How the lots of these accounts came, were used, set aside and freed; the versions of the entries give the order.
    static func lotEvents(from first: AccountID, through last: AccountID) -> Query<LotEvent> {
        Query(
            """
            WITH happening AS (
                SELECT l.account, l.id AS lot, l.expires_at, l.transfer, l.granted AS change FROM lot l
                UNION ALL
                SELECT l.account, l.id, l.expires_at, u.transfer, -u.amount FROM lot l JOIN lot_use u ON u.lot = l.id
                UNION ALL
                SELECT l.account, l.id, l.expires_at, h.transfer, -h.amount FROM lot l JOIN lot_hold h ON h.lot = l.id
                UNION ALL
                SELECT l.account, l.id, l.expires_at, t.id, h.amount FROM lot l JOIN lot_hold h ON h.lot = l.id
                JOIN transfer t ON t.ends = h.transfer
            )
            SELECT h.account AS account, e.version AS version, h.lot AS lot, h.expires_at, t.kind, h.change
            FROM happening h JOIN transfer t ON t.id = h.transfer
            JOIN entry e ON e.transfer = t.id AND e.account = h.account
            WHERE h.account >= \(first) AND h.account <= \(last)
            ORDER BY account, version, lot
            """
        ) { row in
            LotEvent(
                account: try row.get("account"),
                version: try row.get("version"),
                lot: try row.get("lot"),
                expiresAt: try row.get("expires_at"),
                kind: try row.get("kind"),
                change: try row.get("change")
            )
        }
    }
}
