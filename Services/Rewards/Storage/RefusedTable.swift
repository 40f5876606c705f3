import Models
import RewardsAPI
import TypedSQL

/// What was refused under a transfer's id: on whose account, and how much there was, or is allowed, at that moment. The
/// journal names no account where nothing moved.
struct RefusedTransfer: Equatable, Sendable {
    let account: AccountID?
    /// Nil where the refusal is not about an amount.
    let bound: Points?
}

enum RefusedTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE refused_transfer (
            transfer TEXT NOT NULL PRIMARY KEY,
            account TEXT,
            bound BIGINT,
            CONSTRAINT refused_transfer_of FOREIGN KEY (transfer) REFERENCES transfer (id)
        )
        """,
        "CREATE INDEX open_transfer_on ON open_transfer (account)",
    ]

    static func insert(_ refused: RefusedTransfer, _ id: Transfer.ID) -> Statement {
        Statement(
            """
            INSERT INTO refused_transfer (transfer, account, bound)
            VALUES (\(id), \(refused.account), \(refused.bound))
            """
        )
    }

    static func find(_ id: Transfer.ID) -> Query<RefusedTransfer> {
        Query("SELECT account, bound FROM refused_transfer WHERE transfer = \(id)") { row in
            RefusedTransfer(account: try row.get("account"), bound: try row.get("bound"))
        }
    }

    static var samples: [SQL] {
        let refused = RefusedTransfer(account: .member(.example, .points), bound: .zero)
        return [insert(refused, .example).sql, find(.example).sql]
    }
}
