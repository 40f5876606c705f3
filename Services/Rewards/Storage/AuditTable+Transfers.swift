import TypedSQL

extension AuditTable {
    static let twoEntries: SQL = """
        SELECT COALESCE(t.debit, t.credit) AS account FROM transfer t
        WHERE t.refusal IS NULL AND t.kind NOT IN ('hold', 'void', 'lapse') AND (
            (SELECT COUNT(*) FROM entry e WHERE e.transfer = t.id) <> 2
            OR NOT EXISTS (
                SELECT 1 FROM entry e WHERE e.transfer = t.id AND e.account = t.debit AND e.delta = -t.amount)
            OR NOT EXISTS (
                SELECT 1 FROM entry e WHERE e.transfer = t.id AND e.account = t.credit AND e.delta = t.amount)
        )
        UNION ALL
        SELECT t.debit FROM transfer t
        WHERE t.refusal IS NULL AND t.kind IN ('hold', 'void', 'lapse') AND (
            (SELECT COUNT(*) FROM entry e WHERE e.transfer = t.id) <> 1
            OR NOT EXISTS (
                SELECT 1 FROM entry e WHERE e.transfer = t.id AND e.account = t.debit AND e.delta = 0
                    AND e.held = CASE WHEN t.kind = 'hold' THEN t.amount ELSE -t.amount END)
        )
        """

    static let assetsApart: SQL = """
        SELECT t.debit AS account FROM transfer t
        JOIN account d ON d.id = t.debit
        JOIN account c ON c.id = t.credit
        WHERE d.asset <> t.asset OR c.asset <> t.asset
        """

    /// SQLite would store a fraction in a BIGINT column, and a text; neither equals its whole part.
    static let amountsInBounds: SQL = """
        SELECT debit AS account FROM transfer
        WHERE amount NOT BETWEEN 1 AND 9007199254740991 OR amount <> CAST(amount AS BIGINT)
        UNION ALL
        SELECT account FROM entry
        WHERE delta NOT BETWEEN -9007199254740991 AND 9007199254740991 OR delta <> CAST(delta AS BIGINT)
            OR held <> CAST(held AS BIGINT)
        UNION ALL
        SELECT account FROM lot
        WHERE granted NOT BETWEEN 1 AND 9007199254740991 OR granted <> CAST(granted AS BIGINT)
            OR remaining <> CAST(remaining AS BIGINT) OR held <> CAST(held AS BIGINT)
        UNION ALL
        SELECT id FROM account
        WHERE balance <> CAST(balance AS BIGINT) OR held <> CAST(held AS BIGINT)
            OR earned <> CAST(earned AS BIGINT) OR owed <> CAST(owed AS BIGINT)
        """

    /// A pending award that was taken back as a whole has no transfer that ends it.
    static let endsOnce: SQL = """
        SELECT t.debit AS account FROM transfer t
        LEFT JOIN open_transfer o ON o.transfer = t.id
        LEFT JOIN (
            SELECT ends, COUNT(*) AS times FROM transfer WHERE ends IS NOT NULL AND refusal IS NULL GROUP BY ends
        ) e ON e.ends = t.id
        LEFT JOIN undone u ON u.transfer = t.id
        WHERE t.refusal IS NULL AND (t.kind = 'hold' OR (t.kind = 'award' AND t.due_at IS NOT NULL))
            AND CASE WHEN o.transfer IS NULL THEN 0 ELSE 1 END + COALESCE(e.times, 0) <> 1
            AND NOT (t.kind = 'award' AND o.transfer IS NULL AND e.times IS NULL AND COALESCE(u.total, 0) = t.amount)
        """

    static let postedWithinHold: SQL = """
        SELECT p.debit AS account FROM transfer p JOIN transfer h ON h.id = p.ends
        WHERE p.refusal IS NULL
            AND (p.amount > h.amount OR p.debit <> CASE WHEN p.kind = 'release' THEN h.credit ELSE h.debit END)
        """

    static let reversalsWithinOriginal: SQL = """
        SELECT o.debit AS account FROM transfer o
        LEFT JOIN (
            SELECT reverses, SUM(amount) AS total FROM transfer
            WHERE reverses IS NOT NULL AND refusal IS NULL GROUP BY reverses
        ) r ON r.reverses = o.id
        LEFT JOIN undone u ON u.transfer = o.id
        WHERE COALESCE(r.total, 0) > o.amount OR COALESCE(r.total, 0) <> COALESCE(u.total, 0)
        """

    static let refusedLeftNothing: SQL = """
        SELECT NULL AS account FROM transfer t
        WHERE t.refusal IS NOT NULL AND (
            EXISTS (SELECT 1 FROM entry e WHERE e.transfer = t.id)
            OR EXISTS (SELECT 1 FROM lot l WHERE l.transfer = t.id)
            OR EXISTS (SELECT 1 FROM event_log g WHERE g.id = 'evt' || SUBSTR(t.id, 4))
        )
        """

    static let awardedOnce: SQL = """
        SELECT credit AS account FROM transfer WHERE rule IS NOT NULL
        GROUP BY rule, credit, source_event HAVING COUNT(*) > 1
        """

    /// The event of a transfer has the transfer's id with another prefix.
    static let toldOnce: SQL = """
        SELECT t.debit AS account FROM transfer t
        LEFT JOIN event_log g ON g.id = 'evt' || SUBSTR(t.id, 4) AND g.name = 'rewards.pointsMoved'
        WHERE t.refusal IS NULL AND g.id IS NULL
        UNION ALL
        SELECT NULL FROM event_log g
        LEFT JOIN transfer t ON t.id = 'trf' || SUBSTR(g.id, 4) AND t.refusal IS NULL
        WHERE g.name = 'rewards.pointsMoved' AND t.id IS NULL
        """
}
