import Models
import RewardsAPI
import TypedSQL

/// What each transfer did to each account: to its balance, and to what of it is held. Rows are only ever added, and the
/// schema chains them: an entry has to begin with the balance with which the account's entry before it ended, so none but
/// the last could be changed or removed. Only the first one needs to be held against the accounts: the chain says of the
/// others that they stand on the same one.
enum EntryTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE entry (
            account TEXT NOT NULL,
            version BIGINT NOT NULL,
            previous BIGINT,
            transfer TEXT NOT NULL,
            delta BIGINT NOT NULL,
            held BIGINT NOT NULL,
            balance_before BIGINT NOT NULL,
            balance_after BIGINT NOT NULL,
            opened TEXT,
            PRIMARY KEY (account, version),
            CONSTRAINT entry_end UNIQUE (account, version, balance_after),
            CONSTRAINT entry_sum CHECK ((delta <> 0 OR held <> 0) AND balance_after = balance_before + delta),
            CONSTRAINT entry_order CHECK (
                CASE WHEN previous IS NULL THEN version = 1 AND balance_before = 0 ELSE version = previous + 1 END
            ),
            CONSTRAINT entry_opening CHECK (
                CASE WHEN previous IS NULL THEN opened IS NOT NULL AND opened = account ELSE opened IS NULL END
            ),
            CONSTRAINT entry_account FOREIGN KEY (opened) REFERENCES account (id),
            CONSTRAINT entry_of_transfer FOREIGN KEY (transfer) REFERENCES transfer (id),
            CONSTRAINT entry_chain FOREIGN KEY (account, previous, balance_before)
                REFERENCES entry (account, version, balance_after)
        )
        """,
        "CREATE UNIQUE INDEX entry_transfer ON entry (transfer, account)",
    ]

    /// There must be at least one.
    static func insert(_ entries: some Sequence<NewEntry>) throws -> Statement {
        Statement(
            """
            INSERT INTO entry
                (account, version, previous, transfer, delta, held, balance_before, balance_after, opened)
            VALUES \(rows: try entries.map(row))
            """
        )
    }

    private static func row(_ entry: NewEntry) throws -> [any SQLValue] {
        let after = entry.posting
        return [
            entry.account, after.version, after.version == 1 ? nil : after.version - 1, entry.transfer,
            entry.change.balance, entry.change.held, try after.balance.subtracting(entry.change.balance), after.balance,
            after.version == 1 ? entry.account : nil,
        ]
    }

    /// The latest first, one row more than the limit where there are more.
    ///
    /// The entries are cut off by a number that the statement itself names, before anything is joined: PostgreSQL then keeps
    /// its plan, instead of making one for every page, which takes longer than the page.
    ///
    /// - Parameter first: the earliest version.
    static func lines(on account: AccountID, from first: Int64 = 1, before version: Int64, limit: PageLimit)
        -> Query<(Int64, StatementLine)>
    {
        Query(
            """
            SELECT e.version, e.transfer, t.kind, t.created_at, e.delta, e.balance_before, e.balance_after, t.reason,
                r.rule_key, t.rule_version, t.source_event, t.reverses, COALESCE(d.id, back.id) AS redemption
            FROM (
                SELECT * FROM entry
                WHERE account = \(account) AND version >= \(first) AND version < \(version) AND delta <> 0
                ORDER BY version DESC LIMIT 501
            ) AS e
            JOIN transfer t ON t.id = e.transfer
            LEFT JOIN rule r ON r.id = t.rule
            LEFT JOIN redemption d ON d.payment = t.id
            LEFT JOIN redemption back ON back.payment = t.reverses
            ORDER BY e.version DESC LIMIT \(limit.count + 1)
            """
        ) { row in (try row.get("version"), try StatementLine(row)) }
    }

    /// What a transfer has left on an account.
    static func balance(after transfer: Transfer.ID, on account: AccountID) -> Query<Points> {
        Query("SELECT balance_after FROM entry WHERE transfer = \(transfer) AND account = \(account)") { row in
            try row.get("balance_after")
        }
    }

    static var samples: [SQL] {
        get throws {
            let posting = Posting(version: 1, balance: .example, held: .zero, owed: .zero)
            let account = AccountID.member(.example, .points)
            let change = Change(balance: .example)
            return [
                try insert([NewEntry(account: account, posting: posting, change: change, transfer: .example)]).sql,
                lines(on: account, before: 2, limit: .standard).sql, balance(after: .example, on: account).sql,
            ]
        }
    }
}

extension StatementLine {
    fileprivate init(_ row: Row) throws {
        self.init(
            transfer: try row.get("transfer"),
            kind: try row.get("kind"),
            at: try row.get("created_at"),
            amount: try row.get("delta"),
            before: try row.get("balance_before"),
            after: try row.get("balance_after"),
            reason: try row.get("reason"),
            rule: try row.get("rule_key"),
            ruleVersion: try row.get("rule_version"),
            source: try row.get("source_event"),
            reverses: try row.get("reverses"),
            redemption: try row.get("redemption")
        )
    }
}
