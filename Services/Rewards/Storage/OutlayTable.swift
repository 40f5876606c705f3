import Models
import RewardsAPI
import TypedSQL

/// What groups ask for to spend on their activities. What was paid and came back stands in the journal.
enum OutlayTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE outlay (
            id TEXT NOT NULL PRIMARY KEY,
            for_group TEXT NOT NULL,
            activity TEXT NOT NULL,
            amount BIGINT NOT NULL,
            asset TEXT NOT NULL,
            purpose TEXT NOT NULL,
            state TEXT NOT NULL,
            requested_by TEXT NOT NULL,
            requested_at BIGINT NOT NULL,
            decided_by TEXT,
            decided_at BIGINT,
            remark TEXT,
            payout TEXT,
            CONSTRAINT outlay_amount CHECK (amount > 0),
            CONSTRAINT outlay_state CHECK (state IN ('requested', 'paid', 'rejected')),
            CONSTRAINT outlay_decided
                CHECK ((state = 'requested') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
            CONSTRAINT outlay_four_eyes CHECK (decided_by <> requested_by),
            CONSTRAINT outlay_paid CHECK ((state = 'paid') = (payout IS NOT NULL)),
            CONSTRAINT outlay_rejected CHECK (state <> 'rejected' OR remark IS NOT NULL),
            CONSTRAINT outlay_payout FOREIGN KEY (payout) REFERENCES transfer (id)
        )
        """,
        "CREATE UNIQUE INDEX outlay_open ON outlay (for_group, activity) WHERE state = 'requested'",
        "CREATE UNIQUE INDEX outlay_paid_with ON outlay (payout) WHERE payout IS NOT NULL",
        "CREATE INDEX outlay_asked_by ON outlay (requested_by, id)",
    ]

    /// Adds nothing where the group has an open request for the activity.
    static func insert(_ outlay: OutlayRecord) -> Statement {
        Statement(
            """
            INSERT INTO outlay (id, for_group, activity, amount, asset, purpose, state, requested_by, requested_at)
            VALUES (
                \(outlay.id), \(outlay.group), \(outlay.activity), \(outlay.amount), \(outlay.asset), \(outlay.purpose),
                \(outlay.state), \(outlay.requestedBy), \(outlay.requestedAt)
            )
            ON CONFLICT DO NOTHING
            """
        )
    }

    static func find(_ id: Outlay.ID) -> Query<OutlayRecord> {
        Query("SELECT \(columns) FROM \(tables) WHERE o.id = \(id)", OutlayRecord.init(row:))
    }

    /// Keeps everybody else who would decide it waiting. Changes no row where somebody has decided.
    static func lock(_ id: Outlay.ID) -> Statement {
        Statement("UPDATE outlay SET purpose = purpose WHERE id = \(id) AND state = 'requested'")
    }

    /// Writes down what was decided of one that is locked.
    static func decide(_ outlay: OutlayRecord) -> Statement {
        Statement(
            """
            UPDATE outlay SET state = \(outlay.state), decided_by = \(outlay.decidedBy),
                decided_at = \(outlay.decidedAt), remark = \(outlay.remark), payout = \(outlay.payout)
            WHERE id = \(outlay.id) AND state = 'requested'
            """
        )
    }

    /// In the order of the requests, one row more than the limit where there are more.
    ///
    /// - Parameter actor: who asked; nil for everybody's.
    static func page(
        of group: Group.ID?,
        in state: OutlayState?,
        by actor: Actor?,
        after id: String,
        limit: PageLimit
    ) -> Query<OutlayRecord> {
        let whose: SQL = group.map { "AND o.for_group = \($0)" } ?? ""
        let which: SQL = state.map { "AND o.state = \($0)" } ?? ""
        let whoAsked: SQL = actor.map { "AND o.requested_by = \($0)" } ?? ""
        return Query(
            """
            SELECT \(columns) FROM \(tables) WHERE o.id > \(id) \(whose) \(which) \(whoAsked)
            ORDER BY o.id LIMIT \(limit.count + 1)
            """,
            OutlayRecord.init(row:)
        )
    }

    private static let tables: SQL = "outlay o LEFT JOIN undone u ON u.transfer = o.payout"

    private static let columns: SQL = """
        o.id AS id, o.for_group, o.activity, o.amount AS amount, o.asset, o.purpose, o.state, o.requested_by,
        o.requested_at, o.decided_by, o.decided_at, o.remark, o.payout, COALESCE(u.total, 0) AS returned
        """

    static var samples: [SQL] {
        let outlay = OutlayRecord(
            id: .example,
            group: .example,
            activity: .example,
            amount: .example,
            asset: .points,
            purpose: .example,
            requestedBy: .example,
            requestedAt: .example
        )
        return [
            insert(outlay).sql, find(.example).sql, lock(.example).sql, decide(outlay).sql,
            page(of: .example, in: .paid, by: .example, after: "", limit: .standard).sql,
            page(of: nil, in: nil, by: nil, after: "", limit: .standard).sql,
        ]
    }
}

extension OutlayRecord {
    fileprivate init(row: Row) throws {
        self.init(
            id: try row.get("id"),
            group: try row.get("for_group"),
            activity: try row.get("activity"),
            amount: try row.get("amount"),
            asset: try row.get("asset"),
            purpose: try row.get("purpose"),
            state: try row.get("state"),
            requestedBy: try row.get("requested_by"),
            requestedAt: try row.get("requested_at"),
            decidedBy: try row.get("decided_by"),
            decidedAt: try row.get("decided_at"),
            remark: try row.get("remark"),
            payout: try row.get("payout"),
            returned: try row.get("returned")
        )
    }
}
