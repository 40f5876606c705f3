import Models
import RewardsAPI
import TypedSQL

/// The accounts from which rules award what a programme or a group was given.
enum BudgetTable {
    /// What each budget of an asset has left.
    static func left(of asset: Asset) -> Query<(account: AccountID, left: Points)> {
        Query("SELECT id, balance FROM account WHERE kind = 'budget' AND asset = \(asset)") { row in
            (try row.get("id"), try row.get("balance"))
        }
    }

    /// By account, one row more than the limit where there are more.
    static func states(after account: String, limit: PageLimit) -> Query<BudgetState> {
        Query(
            """
            SELECT a.owner, a.asset, a.balance,
                \(sum("t.kind = 'funding'")) AS funded, -\(sum("t.kind = 'withdrawal'")) AS withdrawn,
                -\(sum("t.kind IN ('payout', 'payback')")) AS paid_out, -\(sum("t.kind = 'award'")) AS awarded
            FROM account a LEFT JOIN entry e ON e.account = a.id LEFT JOIN transfer t ON t.id = e.transfer
            WHERE a.kind = 'budget' AND a.id > \(account)
            GROUP BY a.id, a.owner, a.asset, a.balance ORDER BY a.id LIMIT \(limit.count + 1)
            """
        ) { row in
            BudgetState(
                budget: try row.get("owner"),
                asset: try row.get("asset"),
                funded: try row.get("funded"),
                withdrawn: try row.get("withdrawn"),
                awarded: try row.get("awarded"),
                paidOut: try row.get("paid_out"),
                left: try row.get("balance")
            )
        }
    }

    private static func sum(_ which: SQL) -> SQL {
        "CAST(COALESCE(SUM(CASE WHEN \(which) THEN e.delta ELSE 0 END), 0) AS BIGINT)"
    }

    /// A budget as it was when it was funded or reduced.
    static func changed(by transfer: Transfer.ID) -> Query<Budget> {
        Query(
            """
            SELECT a.owner, t.asset, t.amount, e.balance_after FROM transfer t
            JOIN account a ON a.id = CASE WHEN t.kind = 'funding' THEN t.credit ELSE t.debit END
            JOIN entry e ON e.transfer = t.id AND e.account = a.id
            WHERE t.id = \(transfer) AND t.kind IN ('funding', 'withdrawal')
            """
        ) { row in
            Budget(
                budget: try row.get("owner"),
                asset: try row.get("asset"),
                transfer: transfer,
                amount: try row.get("amount"),
                balance: try row.get("balance_after")
            )
        }
    }

    static var samples: [SQL] {
        [left(of: .points).sql, states(after: "", limit: .standard).sql, changed(by: .example).sql]
    }
}
