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

    /// The versions of a member's entries give the order in which lots came and were used. After a payment that used a
    /// lot, nothing may be left of a lot that was there before the payment and expires earlier.
    static let earliestExpiryFirst: SQL = """
        SELECT COUNT(*) FROM lot_use u
        JOIN transfer t ON t.id = u.transfer AND t.kind = 'redemption'
        JOIN lot l ON l.id = u.lot
        JOIN entry paid ON paid.transfer = t.id AND paid.account = l.account
        JOIN lot earlier ON earlier.account = l.account
            AND (earlier.expires_at < l.expires_at OR (earlier.expires_at = l.expires_at AND earlier.id < l.id))
        JOIN entry granted ON granted.transfer = earlier.transfer AND granted.account = l.account
        WHERE granted.version < paid.version AND earlier.granted > (
            SELECT COALESCE(SUM(other.amount), 0) FROM lot_use other
            JOIN entry used ON used.transfer = other.transfer AND used.account = l.account
            WHERE other.lot = earlier.id AND used.version <= paid.version
        )
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
}
