import TypedSQL

extension AuditTable {
    static let conservation: SQL = "SELECT COUNT(*) FROM (SELECT SUM(balance) AS total FROM account) s WHERE total <> 0"

    static let balanceIsFold: SQL = """
        SELECT COUNT(*) FROM account a
        LEFT JOIN (SELECT account, SUM(delta) AS total, COUNT(*) AS entries FROM entry GROUP BY account) e
            ON e.account = a.id
        WHERE a.balance <> COALESCE(e.total, 0) OR a.version <> COALESCE(e.entries, 0)
        """

    static let versionsGapless: SQL = """
        SELECT COUNT(*) FROM (
            SELECT version, balance_before, balance_after, delta,
                ROW_NUMBER() OVER (PARTITION BY account ORDER BY version) AS place,
                LAG(balance_after) OVER (PARTITION BY account ORDER BY version) AS ended
            FROM entry
        ) e
        WHERE version <> place OR balance_before <> COALESCE(ended, 0) OR balance_after <> balance_before + delta
        """

    static let neverOverdrawn: SQL = """
        SELECT (SELECT COUNT(*) FROM account WHERE kind NOT IN ('issuer', 'adjustment') AND balance < 0)
            + (SELECT COUNT(*) FROM entry e JOIN account a ON a.id = e.account
               WHERE a.kind NOT IN ('issuer', 'adjustment') AND e.balance_after < 0)
        """

    static let twoEntries: SQL = """
        SELECT COUNT(*) FROM transfer t
        WHERE (SELECT COUNT(*) FROM entry e WHERE e.transfer = t.id) <> 2
            OR NOT EXISTS (
                SELECT 1 FROM entry e WHERE e.transfer = t.id AND e.account = t.debit AND e.delta = -t.amount)
            OR NOT EXISTS (
                SELECT 1 FROM entry e WHERE e.transfer = t.id AND e.account = t.credit AND e.delta = t.amount)
        """

    /// SQLite would store a fraction in a BIGINT column, and a text; neither equals its whole part.
    static let amountsInBounds: SQL = """
        SELECT (SELECT COUNT(*) FROM transfer
                WHERE amount NOT BETWEEN 1 AND 9007199254740991 OR amount <> CAST(amount AS BIGINT))
            + (SELECT COUNT(*) FROM entry
               WHERE delta NOT BETWEEN -9007199254740991 AND 9007199254740991 OR delta <> CAST(delta AS BIGINT))
        """

    static let earnedMatchesAwards: SQL = """
        SELECT COUNT(*) FROM account a
        LEFT JOIN (SELECT credit, SUM(amount) AS total FROM transfer WHERE kind = 'award' GROUP BY credit) t
            ON t.credit = a.id
        WHERE a.earned <> COALESCE(t.total, 0)
        """

    static let reversalsWithinOriginal: SQL = """
        SELECT COUNT(*) FROM transfer o
        JOIN (SELECT reverses, SUM(amount) AS total FROM transfer WHERE reverses IS NOT NULL GROUP BY reverses) r
            ON r.reverses = o.id
        WHERE r.total > o.amount
        """

    static let awardedOnce: SQL = """
        SELECT COUNT(*) FROM (
            SELECT 1 AS twice FROM transfer WHERE rule IS NOT NULL
            GROUP BY rule, credit, source_event HAVING COUNT(*) > 1
        ) t
        """
}
