import TypedSQL

extension AuditTable {
    static let lotsMatchBalance: SQL = """
        SELECT COUNT(*) FROM account a
        LEFT JOIN (SELECT account, SUM(remaining) AS total FROM lot GROUP BY account) l ON l.account = a.id
        WHERE a.kind = 'member' AND a.balance <> COALESCE(l.total, 0)
        """

    static let lotsMatchUses: SQL = """
        SELECT COUNT(*) FROM lot l
        LEFT JOIN (SELECT lot, SUM(amount) AS total FROM lot_use GROUP BY lot) u ON u.lot = l.id
        WHERE l.remaining <> l.granted - COALESCE(u.total, 0) OR l.remaining NOT BETWEEN 0 AND l.granted
        """

    static let noUseAfterExpiry: SQL = """
        SELECT COUNT(*) FROM lot_use u
        JOIN transfer t ON t.id = u.transfer
        JOIN lot l ON l.id = u.lot
        WHERE (t.kind = 'redemption' AND t.created_at >= l.expires_at)
            OR (t.kind = 'expiry' AND t.created_at < l.expires_at)
        """

    /// An award makes one lot of its amount; everything else uses lots, or gives back to them, by its amount.
    static let partsAddUp: SQL = """
        SELECT COUNT(*) FROM transfer t
        LEFT JOIN (SELECT transfer, SUM(amount) AS total FROM lot_use GROUP BY transfer) u ON u.transfer = t.id
        LEFT JOIN lot l ON l.transfer = t.id
        WHERE CASE t.kind
            WHEN 'award' THEN COALESCE(l.granted, 0) <> t.amount OR u.total IS NOT NULL
            WHEN 'refund' THEN COALESCE(u.total, 0) <> -t.amount OR l.id IS NOT NULL
            ELSE COALESCE(u.total, 0) <> t.amount OR l.id IS NOT NULL
        END
        """

    static let stockMatchesRedemptions: SQL = """
        SELECT (
            SELECT COUNT(*) FROM reward w
            LEFT JOIN (
                SELECT reward, SUM(units) AS total FROM redemption WHERE state <> 'cancelled' GROUP BY reward
            ) d ON d.reward = w.id
            WHERE w.taken <> COALESCE(d.total, 0) OR w.on_hand < 0 OR w.on_hand + w.taken <> w.stock
        ) + (
            SELECT COUNT(*) FROM allotment a
            LEFT JOIN (
                SELECT reward, member, SUM(units) AS total FROM redemption WHERE state <> 'cancelled'
                GROUP BY reward, member
            ) d ON d.reward = a.reward AND d.member = a.member
            WHERE a.units <> COALESCE(d.total, 0)
        ) + (
            SELECT COUNT(*) FROM redemption d JOIN transfer t ON t.id = d.transfer
            WHERE d.paid <> t.amount OR d.member <> t.debit
                OR (d.state = 'cancelled') <> EXISTS (SELECT 1 FROM transfer r WHERE r.reverses = t.id)
        )
        """

    static func accountsWithLots(after last: AccountID, limit: Int) -> Query<AccountID> {
        Query("SELECT DISTINCT account FROM lot WHERE account > \(last) ORDER BY account LIMIT \(limit)") { row in
            try row.get("account")
        }
    }

    /// How the lots of these accounts came, were used and got something back; the versions of the entries give the order.
    static func lotEvents(from first: AccountID, through last: AccountID) -> Query<LotEvent> {
        Query(
            """
            SELECT l.account AS account, e.version AS version, l.id AS lot, l.expires_at, t.kind, l.granted AS change
            FROM lot l JOIN transfer t ON t.id = l.transfer
            JOIN entry e ON e.transfer = t.id AND e.account = l.account
            WHERE l.account >= \(first) AND l.account <= \(last)
            UNION ALL
            SELECT l.account AS account, e.version AS version, l.id AS lot, l.expires_at, t.kind, -u.amount AS change
            FROM lot l JOIN lot_use u ON u.lot = l.id JOIN transfer t ON t.id = u.transfer
            JOIN entry e ON e.transfer = t.id AND e.account = l.account
            WHERE l.account >= \(first) AND l.account <= \(last)
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
