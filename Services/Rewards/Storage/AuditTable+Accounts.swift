import TypedSQL

extension AuditTable {
    static let conservation: SQL = """
        SELECT NULL AS account FROM account GROUP BY asset HAVING SUM(balance) <> 0
        """

    static let balanceIsFold: SQL = """
        SELECT a.id AS account FROM account a
        LEFT JOIN (
            SELECT account, SUM(delta) AS total, SUM(held) AS held, COUNT(*) AS entries FROM entry GROUP BY account
        ) e ON e.account = a.id
        WHERE a.balance <> COALESCE(e.total, 0) OR a.held <> COALESCE(e.held, 0)
            OR a.version <> COALESCE(e.entries, 0)
        """

    static let versionsGapless: SQL = """
        SELECT account FROM (
            SELECT account, version, balance_before, balance_after, delta,
                ROW_NUMBER() OVER (PARTITION BY account ORDER BY version) AS place,
                LAG(balance_after) OVER (PARTITION BY account ORDER BY version) AS ended
            FROM entry
        ) e
        WHERE version <> place OR balance_before <> COALESCE(ended, 0) OR balance_after <> balance_before + delta
        """

    /// Not now, and not after any entry that there ever was.
    static let neverOverdrawn: SQL = """
        SELECT id AS account FROM account
        WHERE CASE WHEN kind IN ('issuer', 'adjustment', 'receivable') THEN balance > 0 ELSE balance < held END
        UNION ALL
        SELECT e.account FROM entry e JOIN account a ON a.id = e.account
        WHERE CASE WHEN a.kind IN ('issuer', 'adjustment', 'receivable') THEN e.balance_after > 0
            ELSE e.balance_after < 0 END
        UNION ALL
        SELECT h.account FROM (
            SELECT account, balance_after, SUM(held) OVER (PARTITION BY account ORDER BY version) AS held FROM entry
        ) h JOIN account a ON a.id = h.account AND a.kind = 'member'
        WHERE h.held NOT BETWEEN 0 AND h.balance_after
        """

    static let earnedMatchesAwards: SQL = """
        SELECT a.id AS account FROM account a
        LEFT JOIN (
            SELECT e.account, SUM(e.delta) AS total FROM entry e JOIN transfer t ON t.id = e.transfer
            WHERE t.kind IN ('award', 'release', 'reversal') GROUP BY e.account
        ) t ON t.account = a.id
        LEFT JOIN (
            SELECT asset, owner, SUM(total) AS total FROM (
                SELECT a.asset, a.owner, t.amount AS total FROM transfer t JOIN account a ON a.id = t.debit
                WHERE t.kind = 'debt'
            ) d GROUP BY asset, owner
        ) d ON d.asset = a.asset AND d.owner = a.owner
        WHERE a.kind = 'member' AND a.earned <> COALESCE(t.total, 0) - COALESCE(d.total, 0)
        """

    static let owedMatchesDebts: SQL = """
        SELECT a.id AS account FROM account a
        LEFT JOIN account r ON r.kind = 'receivable' AND r.asset = a.asset AND r.owner = a.owner
        WHERE a.kind = 'member' AND a.owed <> -COALESCE(r.balance, 0)
        """

    static let heldMatchesHolds: SQL = """
        SELECT a.id AS account FROM account a
        LEFT JOIN (
            SELECT account, SUM(amount) AS total FROM open_transfer WHERE kind = 'hold' GROUP BY account
        ) o ON o.account = a.id
        WHERE a.held <> COALESCE(o.total, 0)
        UNION ALL
        SELECT l.account FROM lot l
        LEFT JOIN (
            SELECT h.lot, SUM(h.amount) AS total FROM lot_hold h JOIN open_transfer o ON o.transfer = h.transfer
            GROUP BY h.lot
        ) o ON o.lot = l.id
        WHERE l.held <> COALESCE(o.total, 0)
        """

    static let pendingMatchesAwards: SQL = """
        SELECT a.id AS account FROM account a
        LEFT JOIN (
            SELECT account, SUM(amount) AS total FROM open_transfer WHERE kind = 'award' GROUP BY account
        ) o ON o.account = a.id
        WHERE a.kind = 'pending' AND a.balance <> COALESCE(o.total, 0)
        """
}
