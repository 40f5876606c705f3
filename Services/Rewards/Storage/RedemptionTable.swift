import Models
import RewardsAPI
import TypedSQL

/// A redemption with the transfers by which its points were set aside and paid.
struct Order: Equatable, Sendable {
    let record: RedemptionRecord
    let hold: Transfer.ID
    let payment: Transfer.ID?
}

enum RedemptionTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE redemption (
            id TEXT NOT NULL PRIMARY KEY,
            reward TEXT NOT NULL,
            member TEXT NOT NULL,
            units BIGINT NOT NULL,
            paid BIGINT NOT NULL,
            hold TEXT NOT NULL,
            payment TEXT,
            state TEXT NOT NULL,
            ordered_at BIGINT NOT NULL,
            closed_at BIGINT,
            closed_by TEXT,
            CONSTRAINT redemption_units CHECK (units > 0),
            CONSTRAINT redemption_paid CHECK (paid > 0),
            CONSTRAINT redemption_state CHECK (
                state IN ('ordered', 'shipped', 'delivered', 'cancelled', 'returned')
            ),
            CONSTRAINT redemption_closed
                CHECK ((state = 'ordered') = (closed_at IS NULL) AND (closed_at IS NULL) = (closed_by IS NULL)),
            CONSTRAINT redemption_payment CHECK ((payment IS NULL) = (state IN ('ordered', 'cancelled'))),
            CONSTRAINT redemption_reward FOREIGN KEY (reward) REFERENCES reward (id),
            CONSTRAINT redemption_held_by FOREIGN KEY (hold) REFERENCES transfer (id),
            CONSTRAINT redemption_paid_by FOREIGN KEY (payment) REFERENCES transfer (id)
        )
        """,
        "CREATE UNIQUE INDEX redemption_hold ON redemption (hold)",
        "CREATE UNIQUE INDEX redemption_paid_with ON redemption (payment) WHERE payment IS NOT NULL",
        "CREATE INDEX redemption_member ON redemption (member, id)",
        "CREATE INDEX redemption_open ON redemption (id) WHERE state = 'ordered'",
    ]

    static func insert(_ record: RedemptionRecord, heldBy hold: Transfer.ID) -> Statement {
        Statement(
            """
            INSERT INTO redemption (id, reward, member, units, paid, hold, state, ordered_at)
            VALUES (
                \(record.id), \(record.reward), \(record.member), \(record.units), \(record.paid), \(hold),
                \(record.state), \(record.orderedAt)
            )
            """
        )
    }

    static func find(_ id: Redemption.ID) -> Query<Order> {
        Query("SELECT \(columns), hold, payment FROM redemption WHERE id = \(id)") { row in
            Order(record: try read(row), hold: try row.get("hold"), payment: try row.get("payment"))
        }
    }

    /// Changes no row where it is no longer in the state that it was read in: of two who move it on one does.
    static func move(_ order: Order, to state: RedemptionState, by actor: Actor, at now: Instant) -> Statement {
        Statement(
            """
            UPDATE redemption SET state = \(state), payment = \(order.payment), closed_at = \(now), closed_by = \(actor)
            WHERE id = \(order.record.id) AND state = \(order.record.state)
            """
        )
    }

    /// The redemption that a transfer paid for.
    static func paid(by transfer: Transfer.ID) -> Query<Redemption.ID> {
        Query("SELECT id FROM redemption WHERE payment = \(transfer)") { row in try row.get("id") }
    }

    /// Whether a hold is an order's: that one ends with the order, and not by itself.
    static func held(by transfer: Transfer.ID) -> Query<Redemption.ID> {
        Query("SELECT id FROM redemption WHERE hold = \(transfer)") { row in try row.get("id") }
    }

    /// In the order of redemption, one row more than the limit where there are more.
    static func page(
        of member: Member.ID?,
        in state: RedemptionState?,
        after id: String,
        limit: PageLimit
    ) -> Query<RedemptionRecord> {
        let whose: SQL = member.map { "AND member = \($0)" } ?? ""
        let which: SQL = state.map { "AND state = \($0)" } ?? ""
        return Query(
            """
            SELECT \(columns) FROM redemption WHERE id > \(id) \(whose) \(which)
            ORDER BY id LIMIT \(limit.count + 1)
            """,
            read
        )
    }

    private static let columns: SQL = "id, reward, member, units, paid, state, ordered_at, closed_at"

    private static let read: @Sendable (Row) throws -> RedemptionRecord = { row in
        RedemptionRecord(
            id: try row.get("id"),
            reward: try row.get("reward"),
            member: try row.get("member"),
            units: try row.get("units"),
            paid: try row.get("paid"),
            state: try row.get("state"),
            orderedAt: try row.get("ordered_at"),
            closedAt: try row.get("closed_at")
        )
    }

    static var samples: [SQL] {
        let record = RedemptionRecord(
            id: .example,
            reward: .example,
            member: .example,
            units: .one,
            paid: .example,
            state: .ordered,
            orderedAt: .example,
            closedAt: nil
        )
        let order = Order(record: record, hold: .example, payment: nil)
        return [
            insert(record, heldBy: .example).sql, find(.example).sql,
            move(order, to: .shipped, by: .example, at: .example).sql, paid(by: .example).sql,
            held(by: .example).sql, page(of: .example, in: .ordered, after: "", limit: .standard).sql,
        ]
    }
}
