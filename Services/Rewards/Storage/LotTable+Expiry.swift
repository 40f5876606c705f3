import Models
import RewardsAPI
import TypedSQL

extension LotTable {
    static func due(on account: AccountID, at now: Instant) -> Query<DueLot> {
        Query(
            """
            SELECT id, remaining - held AS open, expires_at, expiries FROM lot
            WHERE account = \(account) AND remaining > held AND expires_at <= \(now) ORDER BY expires_at, id
            """
        ) { row in DueLot(lot: try openLot(row), timesBefore: try row.get("expiries")) }
    }

    /// Whose points the clock has overtaken.
    static func accountsDue(at now: Instant, after last: String, limit: Int) -> Query<AccountID> {
        Query(
            """
            SELECT DISTINCT account FROM lot
            WHERE remaining > held AND expires_at <= \(now) AND account > \(last)
            ORDER BY account LIMIT \(limit)
            """
        ) { row in try row.get("account") }
    }

    static func overdue(on account: AccountID, at now: Instant) -> Query<Points> {
        Query(
            """
            SELECT CAST(COALESCE(SUM(remaining - held), 0) AS BIGINT) AS overdue FROM lot
            WHERE account = \(account) AND remaining > held AND expires_at <= \(now)
            """
        ) { row in try row.get("overdue") }
    }

    static func nextExpiry(on account: AccountID, after now: Instant) -> Query<Expiry> {
        Query(
            """
            SELECT expires_at, CAST(SUM(remaining - held) AS BIGINT) AS amount FROM lot
            WHERE account = \(account) AND remaining > held AND expires_at > \(now)
            GROUP BY expires_at ORDER BY expires_at LIMIT 1
            """
        ) { row in Expiry(amount: try row.get("amount"), at: try row.get("expires_at")) }
    }

    /// Changes no row where something was taken from the lot, or put back, since it was read.
    static func expire(_ lot: OpenLot) -> Statement {
        Statement(
            """
            UPDATE lot SET remaining = held, expiries = expiries + 1
            WHERE id = \(lot.id) AND remaining - held = \(lot.left)
            """
        )
    }
}
