import Models
import RewardsAPI
import TypedSQL

/// What staff asked to give or take, and what became of it.
enum AdjustmentTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE adjustment (
            id TEXT NOT NULL PRIMARY KEY,
            member TEXT NOT NULL,
            asset TEXT NOT NULL,
            direction TEXT NOT NULL,
            amount BIGINT NOT NULL,
            reason TEXT NOT NULL,
            state TEXT NOT NULL,
            asked_by TEXT NOT NULL,
            asked_at BIGINT NOT NULL,
            decided_by TEXT,
            decided_at BIGINT,
            remark TEXT,
            transfer TEXT,
            CONSTRAINT adjustment_direction CHECK (direction IN ('give', 'take')),
            CONSTRAINT adjustment_amount CHECK (amount > 0),
            CONSTRAINT adjustment_state CHECK (state IN ('pending', 'made', 'rejected')),
            CONSTRAINT adjustment_made CHECK ((state = 'made') = (transfer IS NOT NULL)),
            CONSTRAINT adjustment_rejected CHECK (state <> 'rejected' OR decided_by IS NOT NULL),
            CONSTRAINT adjustment_decided CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
            CONSTRAINT adjustment_by_two CHECK (decided_by <> asked_by),
            CONSTRAINT adjustment_transfer FOREIGN KEY (transfer) REFERENCES transfer (id)
        )
        """,
        "CREATE INDEX adjustment_member ON adjustment (member, id)",
        "CREATE INDEX adjustment_pending ON adjustment (id) WHERE state = 'pending'",
    ]

    /// Adds nothing where the id is taken.
    static func insert(_ adjustment: Adjustment) -> Statement {
        Statement(
            """
            INSERT INTO adjustment (id, member, asset, direction, amount, reason, state, asked_by, asked_at, transfer)
            VALUES (
                \(adjustment.id), \(adjustment.member), \(adjustment.asset), \(adjustment.direction),
                \(adjustment.amount), \(adjustment.reason), \(adjustment.state), \(adjustment.askedBy),
                \(adjustment.askedAt), \(adjustment.transfer)
            )
            ON CONFLICT (id) DO NOTHING
            """
        )
    }

    /// Changes no row where somebody else has decided.
    static func decide(_ adjustment: Adjustment) -> Statement {
        Statement(
            """
            UPDATE adjustment SET state = \(adjustment.state), decided_by = \(adjustment.decidedBy),
                decided_at = \(adjustment.decidedAt), remark = \(adjustment.remark), transfer = \(adjustment.transfer)
            WHERE id = \(adjustment.id) AND state = 'pending'
            """
        )
    }

    static func find(_ id: PointAdjustment.ID) -> Query<Adjustment> {
        Query("SELECT \(columns) FROM adjustment WHERE id = \(id)", read)
    }

    /// One row more than the limit where there are more.
    static func page(_ state: AdjustmentState?, _ member: Member.ID?, after last: String, limit: PageLimit)
        -> Query<Adjustment>
    {
        let ofState: SQL = state.map { "AND state = \($0)" } ?? ""
        let ofMember: SQL = member.map { "AND member = \($0)" } ?? ""
        return Query(
            """
            SELECT \(columns) FROM adjustment WHERE id > \(last) \(ofState) \(ofMember)
            ORDER BY id LIMIT \(limit.count + 1)
            """,
            read
        )
    }

    private static let columns: SQL = """
        id, member, asset, direction, amount, reason, state, asked_by, asked_at, decided_by, decided_at, remark,
        transfer
        """

    private static let read: @Sendable (Row) throws -> Adjustment = { row in
        Adjustment(
            id: try row.get("id"),
            member: try row.get("member"),
            asset: try row.get("asset"),
            direction: try row.get("direction"),
            amount: try row.get("amount"),
            reason: try row.get("reason"),
            state: try row.get("state"),
            askedBy: try row.get("asked_by"),
            askedAt: try row.get("asked_at"),
            decidedBy: try row.get("decided_by"),
            decidedAt: try row.get("decided_at"),
            remark: try row.get("remark"),
            transfer: try row.get("transfer")
        )
    }

    static var samples: [SQL] {
        let sample = Adjustment(
            id: .example,
            member: .example,
            asset: .points,
            direction: .give,
            amount: .example,
            reason: .example,
            state: .pending,
            askedBy: .example,
            askedAt: .example
        )
        return [
            insert(sample).sql, decide(sample).sql, find(.example).sql,
            page(.pending, .example, after: "", limit: .standard).sql,
        ]
    }
}
