import Models
import RewardsAPI
import TypedSQL

/// What each transfer did to each account. Rows are only ever added, and the schema chains them: an entry has to begin
/// with the balance with which the account's entry before it ended, so none but the last could be changed or removed.
enum EntryTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE entry (
            account TEXT NOT NULL,
            version BIGINT NOT NULL,
            previous BIGINT,
            transfer TEXT NOT NULL,
            delta BIGINT NOT NULL,
            balance_before BIGINT NOT NULL,
            balance_after BIGINT NOT NULL,
            PRIMARY KEY (account, version),
            CONSTRAINT entry_end UNIQUE (account, version, balance_after),
            CONSTRAINT entry_sum CHECK (delta <> 0 AND balance_after = balance_before + delta),
            CONSTRAINT entry_order CHECK (
                CASE WHEN previous IS NULL THEN version = 1 AND balance_before = 0 ELSE version = previous + 1 END
            ),
            CONSTRAINT entry_account FOREIGN KEY (account) REFERENCES account (id),
            CONSTRAINT entry_of_transfer FOREIGN KEY (transfer) REFERENCES transfer (id),
            CONSTRAINT entry_chain FOREIGN KEY (account, previous, balance_before)
                REFERENCES entry (account, version, balance_after)
        )
        """,
        "CREATE UNIQUE INDEX entry_transfer ON entry (transfer, account)",
    ]

    static func insert(_ posting: Posting, on account: AccountID, by delta: Points, of transfer: Transfer.ID) throws
        -> Statement
    {
        let before = try posting.balance.subtracting(delta)
        let previous = posting.version == 1 ? nil : posting.version - 1
        return Statement(
            """
            INSERT INTO entry (account, version, previous, transfer, delta, balance_before, balance_after)
            VALUES (
                \(account), \(posting.version), \(previous), \(transfer), \(delta), \(before), \(posting.balance)
            )
            """
        )
    }

    /// The latest first, one row more than the limit where there are more.
    static func lines(of member: Member.ID, before version: Int64, limit: PageLimit) -> Query<(Int64, StatementLine)> {
        Query(
            """
            SELECT e.version, e.transfer, t.kind, t.created_at, e.delta, e.balance_before, e.balance_after, t.reason,
                r.rule_key, t.rule_version, t.source_event, d.id AS redemption
            FROM entry e
            JOIN transfer t ON t.id = e.transfer
            LEFT JOIN rule r ON r.id = t.rule
            LEFT JOIN redemption d ON d.transfer = COALESCE(t.reverses, t.id)
            WHERE e.account = \(member) AND e.version < \(version)
            ORDER BY e.version DESC LIMIT \(limit.count + 1)
            """
        ) { row in (try row.get("version"), try StatementLine(row)) }
    }

    static var samples: [SQL] {
        get throws {
            let posting = Posting(version: 1, balance: .example)
            return [
                try insert(posting, on: .breakage, by: .example, of: .example).sql,
                lines(of: .example, before: 2, limit: .standard).sql,
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
            redemption: try row.get("redemption")
        )
    }
}
