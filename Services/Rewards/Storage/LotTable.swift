import Models
import RewardsAPI
import TypedSQL

/// A lot whose time is up and that still has something left.
struct DueLot: Hashable, Sendable {
    let lot: OpenLot
    /// How often it expired before: not at all, unless a cancelled redemption gave it points back afterwards.
    let timesBefore: Int64
}

/// Awards as lots with an expiry, and what was used of them.
enum LotTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE lot (
            id TEXT NOT NULL PRIMARY KEY,
            account TEXT NOT NULL,
            transfer TEXT NOT NULL,
            granted BIGINT NOT NULL,
            remaining BIGINT NOT NULL,
            expires_at BIGINT NOT NULL,
            expiries BIGINT NOT NULL,
            CONSTRAINT lot_granted CHECK (granted > 0),
            CONSTRAINT lot_remaining CHECK (remaining BETWEEN 0 AND granted),
            CONSTRAINT lot_expiries CHECK (expiries >= 0),
            CONSTRAINT lot_account FOREIGN KEY (account) REFERENCES account (id),
            CONSTRAINT lot_of_transfer FOREIGN KEY (transfer) REFERENCES transfer (id)
        )
        """,
        "CREATE UNIQUE INDEX lot_transfer ON lot (transfer)",
        "CREATE INDEX lot_open ON lot (account, expires_at, id) WHERE remaining > 0",
        "CREATE INDEX lot_due ON lot (expires_at) WHERE remaining > 0",
        """
        CREATE TABLE lot_use (
            transfer TEXT NOT NULL,
            lot TEXT NOT NULL,
            amount BIGINT NOT NULL,
            PRIMARY KEY (transfer, lot),
            CONSTRAINT lot_use_amount CHECK (amount <> 0),
            CONSTRAINT lot_use_transfer FOREIGN KEY (transfer) REFERENCES transfer (id),
            CONSTRAINT lot_use_lot FOREIGN KEY (lot) REFERENCES lot (id)
        )
        """,
        "CREATE INDEX lot_use_history ON lot_use (lot)",
    ]

    static func insert(_ id: Lot.ID, of movement: Movement, expiresAt: Instant) -> Statement {
        Statement(
            """
            INSERT INTO lot (id, account, transfer, granted, remaining, expires_at, expiries)
            VALUES (
                \(id), \(movement.credit), \(movement.id), \(movement.amount), \(movement.amount), \(expiresAt), 0
            )
            """
        )
    }

    /// What can be spent, in the order in which it is.
    static func open(on account: AccountID, limit: Int) -> Query<OpenLot> {
        Query(
            """
            SELECT id, remaining, expires_at FROM lot
            WHERE account = \(account) AND remaining > 0 ORDER BY expires_at, id LIMIT \(limit)
            """,
            openLot
        )
    }

    static func due(on account: AccountID, at now: Instant) -> Query<DueLot> {
        Query(
            """
            SELECT id, remaining, expires_at, expiries FROM lot
            WHERE account = \(account) AND remaining > 0 AND expires_at <= \(now) ORDER BY expires_at, id
            """
        ) { row in DueLot(lot: try openLot(row), timesBefore: try row.get("expiries")) }
    }

    /// Whose points the clock has overtaken.
    static func accountsDue(at now: Instant, after last: AccountID, limit: Int) -> Query<AccountID> {
        Query(
            """
            SELECT DISTINCT account FROM lot
            WHERE remaining > 0 AND expires_at <= \(now) AND account > \(last)
            ORDER BY account LIMIT \(limit)
            """
        ) { row in try row.get("account") }
    }

    static func overdue(of member: Member.ID, at now: Instant) -> Query<Points> {
        Query(
            """
            SELECT CAST(COALESCE(SUM(remaining), 0) AS BIGINT) AS overdue FROM lot
            WHERE account = \(member) AND remaining > 0 AND expires_at <= \(now)
            """
        ) { row in try row.get("overdue") }
    }

    static func nextExpiry(of member: Member.ID, after now: Instant) -> Query<Expiry> {
        Query(
            """
            SELECT expires_at, CAST(SUM(remaining) AS BIGINT) AS amount FROM lot
            WHERE account = \(member) AND remaining > 0 AND expires_at > \(now)
            GROUP BY expires_at ORDER BY expires_at LIMIT 1
            """
        ) { row in Expiry(amount: try row.get("amount"), at: try row.get("expires_at")) }
    }

    private static let openLot: @Sendable (Row) throws -> OpenLot = { row in
        OpenLot(id: try row.get("id"), left: try row.get("remaining"), expiresAt: try row.get("expires_at"))
    }

    static var samples: [SQL] {
        [
            insert(.example, of: .payment(.example, by: .example, id: .example, at: .example), expiresAt: .example).sql,
            open(on: .breakage, limit: 1).sql, due(on: .breakage, at: .example).sql,
            accountsDue(at: .example, after: .breakage, limit: 1).sql,
            overdue(of: .example, at: .example).sql, nextExpiry(of: .example, after: .example).sql,
            take(LotPart(lot: .example, amount: .example)).sql, restore(LotPart(lot: .example, amount: .example)).sql,
            expire(OpenLot(id: .example, left: .example, expiresAt: .example)).sql,
            use(LotPart(lot: .example, amount: .example), by: .example).sql,
            giveBack(LotPart(lot: .example, amount: .example), by: .example).sql, parts(of: .example).sql,
        ]
    }
}
