import Models
import RewardsAPI
import TypedSQL

/// What has begun and not ended: holds, and awards that are pending. A row goes when the transfer ends, so of two who
/// end it one finds it.
enum OpenTransferTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE open_transfer (
            transfer TEXT NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL,
            account TEXT NOT NULL,
            amount BIGINT NOT NULL,
            due_at BIGINT,
            CONSTRAINT open_transfer_amount CHECK (amount > 0),
            CONSTRAINT open_transfer_kind CHECK (kind IN ('award', 'hold')),
            CONSTRAINT open_transfer_transfer FOREIGN KEY (transfer) REFERENCES transfer (id),
            CONSTRAINT open_transfer_account FOREIGN KEY (account) REFERENCES account (id)
        )
        """,
        "CREATE INDEX open_transfer_due ON open_transfer (due_at, transfer) WHERE due_at IS NOT NULL",
    ]

    static func insert(_ open: OpenTransfer) -> Statement {
        Statement(
            """
            INSERT INTO open_transfer (transfer, kind, account, amount, due_at)
            VALUES (\(open.id), \(open.kind), \(open.account), \(open.amount), \(open.dueAt))
            """
        )
    }

    static func find(_ id: Transfer.ID) -> Query<OpenTransfer> {
        Query("SELECT \(columns) FROM open_transfer WHERE transfer = \(id)", read)
    }

    /// Gives the row to one of those who end it, with what is left of it at that moment.
    static func end(_ id: Transfer.ID) -> Query<OpenTransfer> {
        Query("DELETE FROM open_transfer WHERE transfer = \(id) RETURNING \(columns)", read)
    }

    /// A pending award shrinks when a part of it is taken back.
    static func reduce(_ id: Transfer.ID, by amount: PointAmount) -> Statement {
        Statement("UPDATE open_transfer SET amount = amount - \(amount) WHERE transfer = \(id) AND amount > \(amount)")
    }

    /// What should have ended by now, in the order of its time.
    static func due(at now: Instant, limit: Int) -> Query<OpenTransfer> {
        Query(
            """
            SELECT \(columns) FROM open_transfer WHERE due_at <= \(now) ORDER BY due_at, transfer LIMIT \(limit)
            """,
            read
        )
    }

    private static let columns: SQL = "transfer, kind, account, amount, due_at"

    private static let read: @Sendable (Row) throws -> OpenTransfer = { row in
        OpenTransfer(
            id: try row.get("transfer"),
            kind: try row.get("kind"),
            account: try row.get("account"),
            amount: try row.get("amount"),
            dueAt: try row.get("due_at")
        )
    }

    static var samples: [SQL] {
        let open = OpenTransfer(
            id: .example,
            kind: .hold,
            account: .member(.example, .points),
            amount: .example,
            dueAt: nil
        )
        return [
            insert(open).sql, find(.example).sql, end(.example).sql, reduce(.example, by: .example).sql,
            due(at: .example, limit: 1).sql,
        ]
    }
}

/// How much of a transfer was undone; never more than it moved.
enum UndoneTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE undone (
            transfer TEXT NOT NULL PRIMARY KEY,
            amount BIGINT NOT NULL,
            total BIGINT NOT NULL,
            CONSTRAINT undone_total CHECK (total BETWEEN 1 AND amount),
            CONSTRAINT undone_transfer FOREIGN KEY (transfer) REFERENCES transfer (id)
        )
        """
    ]

    /// Changes no row where more would be undone than is left; that one amount alone is not more than the transfer is
    /// for the caller to see to, because the first row meets no condition.
    static func add(_ amount: PointAmount, of transfer: PostedTransfer) -> Statement {
        Statement(
            """
            INSERT INTO undone (transfer, amount, total) VALUES (\(transfer.id), \(transfer.amount), \(amount))
            ON CONFLICT (transfer) DO UPDATE SET total = undone.total + \(amount)
            WHERE undone.total + \(amount) <= undone.amount
            """
        )
    }

    static func total(of transfer: Transfer.ID) -> Query<Points> {
        Query("SELECT total FROM undone WHERE transfer = \(transfer)") { row in try row.get("total") }
    }

    static var samples: [SQL] {
        let account = AccountID.member(.example, .points)
        let posted = PostedTransfer(
            id: .example,
            kind: .award,
            amount: .example,
            debit: account.house(.adjustment),
            credit: account
        )
        return [add(.example, of: posted).sql, total(of: .example).sql]
    }
}
