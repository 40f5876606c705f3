import Models
import RewardsAPI
import TypedSQL

/// An account with what it holds now. Only members' accounts hold something back, have earned something and can owe.
struct AccountRow: Hashable, Sendable {
    let balance: Points
    let held: Points
    let earned: Points
    let owed: Points
    let isStopped: Bool
}

/// What an account has become by one movement.
struct Posting: Hashable, Sendable {
    let version: Int64
    let balance: Points
    let held: Points
    let owed: Points

    /// What can be spent.
    func available() throws -> Points { try balance.subtracting(held) }
}

/// What one movement does to an account.
struct Change: Hashable, Sendable {
    var balance = Points.zero
    var held = Points.zero
    var earned = Points.zero
    var owed = Points.zero
}

enum AccountTable {
    static let creation: [SQL] =
        [
            """
            CREATE TABLE account (
                id TEXT NOT NULL PRIMARY KEY,
                kind TEXT NOT NULL,
                asset TEXT NOT NULL,
                owner TEXT,
                balance BIGINT NOT NULL,
                held BIGINT NOT NULL,
                earned BIGINT NOT NULL,
                owed BIGINT NOT NULL,
                version BIGINT NOT NULL,
                stopped_at BIGINT,
                CONSTRAINT account_kind CHECK (kind IN (
                    'issuer', 'adjustment', 'member', 'pending', 'receivable', 'budget', 'redemption', 'breakage',
                    'clawback', 'activity'
                )),
                CONSTRAINT account_available CHECK (
                    CASE WHEN kind IN ('issuer', 'adjustment', 'receivable') THEN balance <= 0 ELSE balance >= held END
                ),
                CONSTRAINT account_bounds CHECK (balance BETWEEN -9007199254740991 AND 9007199254740991),
                CONSTRAINT account_of_member CHECK (
                    held >= 0 AND earned >= 0 AND owed >= 0 AND (kind = 'member' OR held + earned + owed = 0)
                ),
                CONSTRAINT account_version CHECK (version >= 0)
            )
            """,
            "CREATE INDEX account_owner ON account (owner, asset) WHERE owner IS NOT NULL",
        ] + AccountID.house.map(insert)

    private static func insert(_ account: AccountID) -> SQL {
        """
        INSERT INTO account (id, kind, asset, owner, balance, held, earned, owed, version)
        VALUES (\(account), \(account.kind), \(account.asset), \(account.owner), 0, 0, 0, 0, 0)
        """
    }

    /// The house's accounts are there from the beginning; others come into being when they are needed.
    static func open(_ account: AccountID) -> Statement {
        Statement("\(insert(account)) ON CONFLICT (id) DO NOTHING")
    }

    /// Keeps every other change of this account waiting until the transaction ends, and changes nothing.
    static func lock(_ account: AccountID) -> Statement {
        Statement("UPDATE account SET version = version WHERE id = \(account)")
    }

    /// Gives no row where more would be spent than there is, or where the account is stopped: the check and the change
    /// are one statement.
    ///
    /// - Parameter entries: how many movements together make the change.
    static func move(_ account: AccountID, by change: Change, entries: Int64 = 1) -> Query<Posting> {
        Query(
            """
            UPDATE account SET balance = balance + \(change.balance), held = held + \(change.held),
                earned = earned + \(change.earned), owed = owed + \(change.owed), version = version + \(entries)
            WHERE id = \(account) AND stopped_at IS NULL AND (
                kind IN ('issuer', 'adjustment', 'receivable')
                OR balance + \(change.balance) >= held + \(change.held)
            )
            RETURNING version, balance, held, owed
            """
        ) { row in try Posting(row) }
    }

    /// The member owes that much more than before, and has earned that much less.
    static func owe(_ account: AccountID, _ amount: Points) -> Statement {
        Statement(
            """
            UPDATE account SET owed = owed + \(amount), earned = earned - \(amount)
            WHERE id = \(account) AND stopped_at IS NULL
            """
        )
    }

    /// Nothing moves on the account any more, until it is opened again.
    static func stop(_ account: AccountID, at now: Instant?) -> Statement {
        Statement("UPDATE account SET stopped_at = \(now) WHERE id = \(account)")
    }

    static func find(_ account: AccountID) -> Query<AccountRow> {
        Query(
            "SELECT balance, held, earned, owed, stopped_at FROM account WHERE id = \(account)"
        ) { row in
            AccountRow(
                balance: try row.get("balance"),
                held: try row.get("held"),
                earned: try row.get("earned"),
                owed: try row.get("owed"),
                isStopped: try row.get("stopped_at", as: Instant?.self) != nil
            )
        }
    }

    static var samples: [SQL] {
        let account = AccountID.member(.example, .points)
        return [
            open(account).sql, lock(account).sql, move(account, by: Change(balance: .example)).sql,
            receive([AccountMove(account: account)]).sql, stopped(among: [account]).sql, owe(account, .example).sql,
            stop(account, at: .example).sql, find(account).sql,
        ]
    }
}

extension Posting {
    init(_ row: Row) throws {
        self.init(
            version: try row.get("version"),
            balance: try row.get("balance"),
            held: try row.get("held"),
            owed: try row.get("owed")
        )
    }
}
