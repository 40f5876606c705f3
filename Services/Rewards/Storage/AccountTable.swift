import Models
import TypedSQL

/// An account with what it holds now. Only members' accounts have earned something and can be without points.
struct AccountRow: Hashable, Sendable {
    let balance: Points
    let earned: Points
}

/// What an account has become by one movement.
struct Posting: Hashable, Sendable {
    let version: Int64
    let balance: Points
}

enum AccountTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE account (
            id TEXT NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL,
            balance BIGINT NOT NULL,
            earned BIGINT NOT NULL,
            version BIGINT NOT NULL,
            CONSTRAINT account_kind CHECK (kind IN ('issuer', 'adjustment', 'redemption', 'breakage', 'member')),
            CONSTRAINT account_available
                CHECK (CASE WHEN kind IN ('issuer', 'adjustment') THEN balance <= 0 ELSE balance >= 0 END),
            CONSTRAINT account_bounds CHECK (balance BETWEEN -9007199254740991 AND 9007199254740991),
            CONSTRAINT account_earned
                CHECK (CASE WHEN kind = 'member' THEN earned >= balance ELSE earned = 0 END),
            CONSTRAINT account_version CHECK (version >= 0)
        )
        """,
        """
        INSERT INTO account (id, kind, balance, earned, version) VALUES
            ('adjustment', 'adjustment', 0, 0, 0), ('redemption', 'redemption', 0, 0, 0),
            ('breakage', 'breakage', 0, 0, 0),
            ('issuer:0', 'issuer', 0, 0, 0), ('issuer:1', 'issuer', 0, 0, 0), ('issuer:2', 'issuer', 0, 0, 0),
            ('issuer:3', 'issuer', 0, 0, 0), ('issuer:4', 'issuer', 0, 0, 0), ('issuer:5', 'issuer', 0, 0, 0),
            ('issuer:6', 'issuer', 0, 0, 0), ('issuer:7', 'issuer', 0, 0, 0), ('issuer:8', 'issuer', 0, 0, 0),
            ('issuer:9', 'issuer', 0, 0, 0), ('issuer:10', 'issuer', 0, 0, 0), ('issuer:11', 'issuer', 0, 0, 0),
            ('issuer:12', 'issuer', 0, 0, 0), ('issuer:13', 'issuer', 0, 0, 0), ('issuer:14', 'issuer', 0, 0, 0),
            ('issuer:15', 'issuer', 0, 0, 0)
        """,
    ]

    /// A member's account comes into being with the first award.
    static func open(_ member: Member.ID) -> Statement {
        Statement(
            """
            INSERT INTO account (id, kind, balance, earned, version) VALUES (\(member), 'member', 0, 0, 0)
            ON CONFLICT (id) DO NOTHING
            """
        )
    }

    /// Keeps every other change of this account waiting until the transaction ends, and changes nothing.
    static func hold(_ account: AccountID) -> Statement {
        Statement("UPDATE account SET version = version WHERE id = \(account)")
    }

    /// Gives no row where the account would be overdrawn: the check and the change are one statement.
    static func move(_ account: AccountID, by delta: Points, earned: Points) -> Query<Posting> {
        Query(
            """
            UPDATE account
            SET balance = balance + \(delta), earned = earned + \(earned), version = version + 1
            WHERE id = \(account) AND (kind IN ('issuer', 'adjustment') OR balance + \(delta) >= 0)
            RETURNING version, balance
            """
        ) { row in Posting(version: try row.get("version"), balance: try row.get("balance")) }
    }

    static func find(_ member: Member.ID) -> Query<AccountRow> {
        Query("SELECT balance, earned FROM account WHERE id = \(member) AND kind = 'member'") { row in
            AccountRow(balance: try row.get("balance"), earned: try row.get("earned"))
        }
    }

    static var samples: [SQL] {
        [
            open(.example).sql, hold(.breakage).sql, move(.breakage, by: .example, earned: .zero).sql,
            find(.example).sql,
        ]
    }
}
