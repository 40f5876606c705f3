import TypedSQL

extension AuditTable {
    /// Who is in a draw is counted in it and has paid for it, and who has won in points has got them.
    static let drawsAddUp: SQL = """
        SELECT NULL FROM draw d
        LEFT JOIN (
            SELECT e.draw, COUNT(*) AS entries, SUM(t.amount) AS total FROM draw_entry e
            LEFT JOIN transfer t ON t.id = e.payment AND t.kind = 'payment' GROUP BY e.draw
        ) e ON e.draw = d.id
        LEFT JOIN (
            SELECT w.draw, COUNT(*) AS winners, SUM(t.amount) AS total FROM draw_winner w
            LEFT JOIN transfer t ON t.id = w.award AND t.kind = 'award' GROUP BY w.draw
        ) w ON w.draw = d.id
        WHERE d.entries <> COALESCE(e.entries, 0) OR COALESCE(e.total, 0) <> d.entries * COALESCE(d.entry_price, 0)
            OR COALESCE(w.total, 0) <> COALESCE(w.winners, 0) * COALESCE(d.prize, 0)
        """

    static let outlaysHaveTheirPayout: SQL = """
        SELECT NULL FROM outlay o LEFT JOIN transfer t ON t.id = o.payout AND t.kind = 'payout'
        WHERE o.state = 'paid' AND (t.id IS NULL OR t.amount <> o.amount
            OR t.debit <> 'budget:' || o.asset || ':' || o.for_group
            OR t.credit <> 'activity:' || o.asset || ':' || o.for_group)
        UNION ALL
        SELECT NULL FROM transfer t LEFT JOIN outlay o ON o.payout = t.id
        WHERE t.kind = 'payout' AND t.refusal IS NULL AND o.id IS NULL
        """
}
