import Models
import RewardsAPI
import TypedSQL

/// A lot that a movement makes.
struct NewLot: Hashable, Sendable {
    let id: Lot.ID
    let account: AccountID
    let transfer: Transfer.ID
    let amount: PointAmount
    let expiresAt: Instant
    /// The lot of the giver, where a member gives points away that keep their expiry.
    let origin: Lot.ID?

    init(_ id: Lot.ID, of movement: Movement, _ amount: PointAmount, expiresAt: Instant, origin: Lot.ID? = nil) {
        (self.id, self.amount, self.expiresAt, self.origin) = (id, amount, expiresAt, origin)
        (account, transfer) = (movement.credit, movement.id)
    }
}

/// A lot whose time is up and that still has something left that is not held.
struct DueLot: Hashable, Sendable {
    let lot: OpenLot
    /// How often it expired before: not at all, unless it got points back or free afterwards.
    let timesBefore: Int64
}

/// Points as lots with an expiry, and what was used of them.
enum LotTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE lot (
            id TEXT NOT NULL PRIMARY KEY,
            account TEXT NOT NULL,
            transfer TEXT NOT NULL,
            origin TEXT,
            granted BIGINT NOT NULL,
            remaining BIGINT NOT NULL,
            held BIGINT NOT NULL,
            expires_at BIGINT NOT NULL,
            expiries BIGINT NOT NULL,
            CONSTRAINT lot_granted CHECK (granted > 0),
            CONSTRAINT lot_remaining CHECK (remaining <= granted),
            CONSTRAINT lot_held CHECK (held BETWEEN 0 AND remaining),
            CONSTRAINT lot_expiries CHECK (expiries >= 0),
            CONSTRAINT lot_account FOREIGN KEY (account) REFERENCES account (id),
            CONSTRAINT lot_of_transfer FOREIGN KEY (transfer) REFERENCES transfer (id),
            CONSTRAINT lot_origin FOREIGN KEY (origin) REFERENCES lot (id)
        )
        """,
        "CREATE UNIQUE INDEX lot_transfer ON lot (transfer) WHERE origin IS NULL",
        "CREATE UNIQUE INDEX lot_gift ON lot (transfer, origin) WHERE origin IS NOT NULL",
        "CREATE INDEX lot_open ON lot (account, expires_at, id) WHERE remaining > held",
        "CREATE INDEX lot_due ON lot (expires_at) WHERE remaining > held",
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
        """
        CREATE TABLE lot_hold (
            transfer TEXT NOT NULL,
            lot TEXT NOT NULL,
            amount BIGINT NOT NULL,
            PRIMARY KEY (transfer, lot),
            CONSTRAINT lot_hold_amount CHECK (amount > 0),
            CONSTRAINT lot_hold_transfer FOREIGN KEY (transfer) REFERENCES transfer (id),
            CONSTRAINT lot_hold_lot FOREIGN KEY (lot) REFERENCES lot (id)
        )
        """,
        "CREATE INDEX lot_hold_lot ON lot_hold (lot)",
    ]

    /// There must be at least one.
    static func insert(_ lots: some Sequence<NewLot>) -> Statement {
        let rows = lots.map { lot in
            [
                lot.id, lot.account, lot.transfer, lot.origin, lot.amount, lot.amount, Int64(0), lot.expiresAt,
                Int64(0),
            ] as [any SQLValue]
        }
        return Statement(
            """
            INSERT INTO lot (id, account, transfer, origin, granted, remaining, held, expires_at, expiries)
            VALUES \(rows: rows)
            """
        )
    }

    /// What can be spent, in the order in which it is.
    /// - Parameter limit: how many lots at most; nil for all.
    static func open(on account: AccountID, limit: Int?) -> Query<OpenLot> {
        Query(
            """
            SELECT id, remaining - held AS open, expires_at FROM lot
            WHERE account = \(account) AND remaining > held ORDER BY expires_at, id LIMIT \(limit ?? .max)
            """,
            openLot
        )
    }

    /// The lot that an award or its release made.
    static func granted(by transfer: Transfer.ID) -> Query<Lot.ID> {
        Query("SELECT id FROM lot WHERE transfer = \(transfer) AND origin IS NULL") { row in try row.get("id") }
    }

    static let openLot: @Sendable (Row) throws -> OpenLot = { row in
        OpenLot(id: try row.get("id"), left: try row.get("open"), expiresAt: try row.get("expires_at"))
    }

    static var samples: [SQL] {
        let account = AccountID.member(.example, .points)
        let movement = Movement.hold(.example, on: account, cause: .order, id: .example, at: .example)
        let part = LotPart(lot: .example, amount: .example, expiresAt: .example)
        return [
            insert([NewLot(.example, of: movement, .example, expiresAt: .example)]).sql,
            open(on: account, limit: 1).sql,
            granted(by: .example).sql, due(on: account, at: .example).sql,
            accountsDue(at: .example, after: "", limit: 1).sql, overdue(on: account, at: .example).sql,
            nextExpiry(on: account, after: .example).sql, take(part).sql, restore(part).sql, hold(part).sql,
            free(part).sql, expire(OpenLot(id: .example, left: .example, expiresAt: .example)).sql,
            use(part, by: .example).sql, giveBack(part, by: .example).sql, holding(part, by: .example).sql,
            parts(of: .example).sql, held(by: .example).sql,
        ]
    }
}
