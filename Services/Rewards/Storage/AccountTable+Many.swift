import Models
import RewardsAPI
import TypedSQL

extension AccountTable {
    /// What members get, who need not have an account yet; there must be at least one. Gives no row where an account is
    /// stopped. Accounts are taken in the order of the list.
    static func receive(_ moves: some Sequence<AccountMove>) -> Query<(AccountID, Posting)> {
        let rows = moves.map { move in
            let (account, change) = (move.account, move.change)
            return [
                account, account.kind, account.asset, account.owner, change.balance, Int64(0), change.earned, Int64(0),
                move.entries,
            ] as [any SQLValue]
        }
        return Query(
            """
            INSERT INTO account (id, kind, asset, owner, balance, held, earned, owed, version) VALUES \(rows: rows)
            ON CONFLICT (id) DO UPDATE SET balance = account.balance + excluded.balance,
                earned = account.earned + excluded.earned, version = account.version + excluded.version
            WHERE account.stopped_at IS NULL
            RETURNING id, version, balance, held, owed
            """
        ) { row in (try row.get("id"), try Posting(row)) }
    }

    /// Those of these accounts on which nothing moves.
    static func stopped(among accounts: some Sequence<AccountID>) -> Query<AccountID> {
        Query("SELECT id FROM account WHERE id IN \(list: Array(accounts)) AND stopped_at IS NOT NULL") { row in
            try row.get("id")
        }
    }
}
