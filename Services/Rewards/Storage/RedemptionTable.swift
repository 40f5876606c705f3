import Models
import RewardsAPI
import TypedSQL

/// A redemption with the transfers by which its points were set aside and paid; a gift has none.
struct Order: Equatable, Sendable {
    var record: RedemptionRecord
    let hold: Transfer.ID?
    var payment: Transfer.ID?
    /// The first day of the period in which it counts, where the offer has a limit for each.
    var period: Day?
}

enum RedemptionTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE redemption (
            id TEXT NOT NULL PRIMARY KEY,
            reward TEXT NOT NULL,
            member TEXT NOT NULL,
            units BIGINT NOT NULL,
            paid BIGINT,
            hold TEXT,
            payment TEXT,
            period BIGINT,
            state TEXT NOT NULL,
            ordered_at BIGINT NOT NULL,
            closed_at BIGINT,
            closed_by TEXT,
            tracking TEXT,
            remark TEXT,
            given_for TEXT,
            CONSTRAINT redemption_units CHECK (units > 0),
            CONSTRAINT redemption_paid CHECK (paid > 0),
            CONSTRAINT redemption_state CHECK (
                state IN ('ordered', 'shipped', 'delivered', 'cancelled', 'returned')
            ),
            CONSTRAINT redemption_closed
                CHECK ((state = 'ordered') = (closed_at IS NULL) AND (closed_at IS NULL) = (closed_by IS NULL)),
            CONSTRAINT redemption_gift
                CHECK ((hold IS NULL) = (paid IS NULL) AND (hold IS NULL) = (given_for IS NOT NULL)),
            CONSTRAINT redemption_payment
                CHECK ((payment IS NULL) = (hold IS NULL OR state IN ('ordered', 'cancelled'))),
            CONSTRAINT redemption_remark CHECK (remark IS NULL OR state IN ('cancelled', 'returned')),
            CONSTRAINT redemption_reward FOREIGN KEY (reward) REFERENCES reward (id),
            CONSTRAINT redemption_held_by FOREIGN KEY (hold) REFERENCES transfer (id),
            CONSTRAINT redemption_paid_by FOREIGN KEY (payment) REFERENCES transfer (id)
        )
        """,
        "CREATE UNIQUE INDEX redemption_hold ON redemption (hold) WHERE hold IS NOT NULL",
        "CREATE UNIQUE INDEX redemption_paid_with ON redemption (payment) WHERE payment IS NOT NULL",
        "CREATE INDEX redemption_member ON redemption (member, id)",
        "CREATE INDEX redemption_open ON redemption (id) WHERE state = 'ordered'",
    ]

    static func insert(_ order: Order) -> Statement {
        let record = order.record
        return Statement(
            """
            INSERT INTO redemption
                (id, reward, member, units, paid, hold, period, state, ordered_at, given_for)
            VALUES (
                \(record.id), \(record.reward), \(record.member), \(record.units), \(record.paid), \(order.hold),
                \(order.period?.number), \(record.state), \(record.orderedAt), \(record.givenFor)
            )
            """
        )
    }

    static func find(_ id: Redemption.ID) -> Query<Order> {
        Query("SELECT \(columns), d.hold, d.payment, d.period FROM \(tables) WHERE d.id = \(id)") { row in
            Order(
                record: try read(row),
                hold: try row.get("hold"),
                payment: try row.get("payment"),
                period: try row.get("period", as: Int?.self).map { Day(number: $0) }
            )
        }
    }

    /// Changes no row where it is no longer in the state that it was read in: of two who move it on one does.
    static func move(_ order: Order, from state: RedemptionState, by actor: Actor, at now: Instant) -> Statement {
        let record = order.record
        return Statement(
            """
            UPDATE redemption SET state = \(record.state), payment = \(order.payment), closed_at = \(now),
                closed_by = \(actor), tracking = \(record.tracking), remark = \(record.remark)
            WHERE id = \(record.id) AND state = \(state)
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
        let whose: SQL = member.map { "AND d.member = \($0)" } ?? ""
        let which: SQL = state.map { "AND d.state = \($0)" } ?? ""
        return Query(
            """
            SELECT \(columns) FROM \(tables) WHERE d.id > \(id) \(whose) \(which)
            ORDER BY d.id LIMIT \(limit.count + 1)
            """,
            read
        )
    }

    private static let tables: SQL = "redemption d JOIN reward w ON w.id = d.reward"

    private static let columns: SQL = """
        d.id AS id, d.reward AS reward, d.member, d.units, d.paid, w.asset, d.state, d.ordered_at, d.closed_at,
        d.tracking, d.remark, d.given_for
        """
}
