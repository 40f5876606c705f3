import TypedSQL

extension AuditTable {
    static let stockMatchesRedemptions: SQL = """
        \(piecesAddUp) UNION ALL \(allotmentsAddUp) UNION ALL \(ordersHaveTheirPoints) UNION ALL \(giftsHaveTheirGiver)
        UNION ALL \(ordersHaveTheirCoupons) UNION ALL \(drawsAddUp) UNION ALL \(outlaysHaveTheirPayout)
        """

    /// What was given out is what was ordered or given and not taken back, or is set aside for a draw, and with what is
    /// left it is what was put into the stock.
    private static let piecesAddUp: SQL = """
        SELECT NULL AS account FROM reward w
        LEFT JOIN (
            SELECT reward, SUM(units) AS total FROM redemption WHERE state NOT IN ('cancelled', 'returned')
            GROUP BY reward
        ) d ON d.reward = w.id
        LEFT JOIN (SELECT reward, SUM(pieces) AS total FROM restock GROUP BY reward) s ON s.reward = w.id
        LEFT JOIN (SELECT reward, SUM(reserved) AS total FROM draw GROUP BY reward) r ON r.reward = w.id
        WHERE w.taken <> COALESCE(d.total, 0) + COALESCE(r.total, 0) OR w.on_hand < 0 OR w.on_hand + w.taken <> w.stock
            OR COALESCE(w.stock, 0) <> COALESCE(s.total, 0)
        """

    private static let allotmentsAddUp: SQL = """
        SELECT NULL FROM allotment a
        LEFT JOIN (
            SELECT reward, member, SUM(units) AS total FROM redemption
            WHERE state NOT IN ('cancelled', 'returned') AND hold IS NOT NULL GROUP BY reward, member
        ) d ON d.reward = a.reward AND d.member = a.member
        JOIN reward w ON w.id = a.reward
        WHERE a.units <> COALESCE(d.total, 0) OR a.units > w.per_member
        UNION ALL
        SELECT NULL FROM allotment_period a
        LEFT JOIN (
            SELECT reward, member, period, SUM(units) AS total FROM redemption
            WHERE state NOT IN ('cancelled', 'returned') AND hold IS NOT NULL GROUP BY reward, member, period
        ) d ON d.reward = a.reward AND d.member = a.member AND d.period = a.starts_on
        JOIN reward w ON w.id = a.reward
        WHERE a.units <> COALESCE(d.total, 0) OR a.units > w.period_pieces
        """

    private static let ordersHaveTheirPoints: SQL = """
        SELECT t.debit FROM redemption d
        JOIN transfer t ON t.id = d.hold
        LEFT JOIN open_transfer o ON o.transfer = d.hold
        LEFT JOIN transfer p ON p.id = d.payment
        LEFT JOIN undone u ON u.transfer = d.payment
        WHERE d.paid <> t.amount OR (d.state = 'ordered') <> (o.transfer IS NOT NULL)
            OR (p.id IS NOT NULL AND (p.ends <> d.hold OR p.amount <> d.paid))
            OR (d.state = 'returned') <> (COALESCE(u.total, 0) = d.paid)
        """

    /// A coupon for each piece, with the member who ordered; all of them go back with the order, or none.
    private static let ordersHaveTheirCoupons: SQL = """
        SELECT NULL FROM redemption d
        JOIN (
            SELECT redemption, MIN(member) AS member, COUNT(DISTINCT member) AS members, COUNT(*) AS total,
                COUNT(taken_back_at) AS taken_back
            FROM coupon WHERE redemption IS NOT NULL GROUP BY redemption
        ) c ON c.redemption = d.id
        WHERE c.total <> d.units OR c.members <> 1 OR c.member <> d.member
            OR c.taken_back <> CASE WHEN d.state = 'returned' THEN d.units ELSE 0 END
        """

    private static let giftsHaveTheirGiver: SQL = """
        SELECT NULL FROM redemption d LEFT JOIN given g ON g.redemption = d.id
        WHERE (d.hold IS NULL) <> (g.redemption IS NOT NULL) OR (g.member IS NOT NULL AND g.member <> d.member)
        """
}
