import Models
import RewardsAPI
import TypedSQL

/// A redemption with the transfer that paid for it.
struct PaidRedemption: Equatable, Sendable {
    let record: RedemptionRecord
    let transfer: Transfer.ID
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
            transfer TEXT NOT NULL,
            state TEXT NOT NULL,
            ordered_at BIGINT NOT NULL,
            closed_at BIGINT,
            closed_by TEXT,
            CONSTRAINT redemption_units CHECK (units > 0),
            CONSTRAINT redemption_paid CHECK (paid > 0),
            CONSTRAINT redemption_state CHECK (state IN ('ordered', 'delivered', 'cancelled')),
            CONSTRAINT redemption_closed
                CHECK ((state = 'ordered') = (closed_at IS NULL) AND (closed_at IS NULL) = (closed_by IS NULL)),
            CONSTRAINT redemption_reward FOREIGN KEY (reward) REFERENCES reward (id),
            CONSTRAINT redemption_account FOREIGN KEY (member) REFERENCES account (id),
            CONSTRAINT redemption_payment FOREIGN KEY (transfer) REFERENCES transfer (id)
        )
        """,
        "CREATE UNIQUE INDEX redemption_transfer ON redemption (transfer)",
        "CREATE INDEX redemption_member ON redemption (member, id)",
        "CREATE INDEX redemption_open ON redemption (id) WHERE state = 'ordered'",
    ]

    static func insert(_ record: RedemptionRecord, paidBy transfer: Transfer.ID) -> Statement {
        Statement(
            """
            INSERT INTO redemption (id, reward, member, units, paid, transfer, state, ordered_at)
            VALUES (
                \(record.id), \(record.reward), \(record.member), \(record.units), \(record.paid), \(transfer),
                \(record.state), \(record.orderedAt)
            )
            """
        )
    }

    static func find(_ id: Redemption.ID) -> Query<PaidRedemption> {
        Query("SELECT \(columns), transfer FROM redemption WHERE id = \(id)") { row in
            PaidRedemption(record: try read(row), transfer: try row.get("transfer"))
        }
    }

    /// Changes no row where it was closed before: of two who close it one does.
    static func close(_ id: Redemption.ID, as state: RedemptionState, by actor: Actor, at now: Instant) -> Statement {
        Statement(
            """
            UPDATE redemption SET state = \(state), closed_at = \(now), closed_by = \(actor)
            WHERE id = \(id) AND state = 'ordered'
            """
        )
    }

    static func pending(of member: Member.ID) -> Query<Points> {
        Query(
            """
            SELECT CAST(COALESCE(SUM(paid), 0) AS BIGINT) AS pending FROM redemption
            WHERE member = \(member) AND state = 'ordered'
            """
        ) { row in try row.get("pending") }
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
        return [
            insert(record, paidBy: .example).sql, find(.example).sql,
            close(.example, as: .delivered, by: .example, at: .example).sql, pending(of: .example).sql,
            page(of: .example, in: .ordered, after: "", limit: .standard).sql,
        ]
    }
}
