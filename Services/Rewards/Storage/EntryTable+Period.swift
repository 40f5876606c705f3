import Models
import RewardsAPI
import TypedSQL

/// The entries of an account in a period: those from the first version, and before the end.
struct EntryStretch: Hashable, Sendable {
    let first: Int64
    let end: Int64
}

extension EntryTable {
    static func lastVersion(on account: AccountID) -> Query<Int64> {
        Query("SELECT version FROM account WHERE id = \(account)") { row in try row.get("version") }
    }

    static func moment(of version: Int64, on account: AccountID) -> Query<Instant> {
        Query(
            """
            SELECT t.created_at FROM entry e JOIN transfer t ON t.id = e.transfer
            WHERE e.account = \(account) AND e.version = \(version)
            """
        ) { row in try row.get("created_at") }
    }

    static func balance(after version: Int64, on account: AccountID) -> Query<Points> {
        Query("SELECT balance_after FROM entry WHERE account = \(account) AND version = \(version)") { row in
            try row.get("balance_after")
        }
    }

    static var periodSamples: [SQL] {
        let account = AccountID.member(.example, .points)
        return [
            lastVersion(on: account).sql, moment(of: 1, on: account).sql, balance(after: 1, on: account).sql,
        ]
    }
}

extension Transaction {
    /// Halves the versions, so a long history costs a few reads more than a short one. Two movements at once may have
    /// their moments the other way round than their versions, by milliseconds; then the versions decide, and the
    /// balances fit all the same.
    func stretch(of account: AccountID, in period: Period) throws -> EntryStretch {
        let last = try first(EntryTable.lastVersion(on: account)) ?? 0
        let from = try version(of: account, notBefore: period.from, among: 1, last + 1)
        return EntryStretch(first: from, end: try version(of: account, notBefore: period.until, among: from, last + 1))
    }

    private func version(of account: AccountID, notBefore moment: Instant, among first: Int64, _ end: Int64) throws
        -> Int64
    {
        var (low, high) = (first, end)
        while low < high {
            let middle = (low + high) / 2
            if try one(EntryTable.moment(of: middle, on: account)) < moment { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// What the account had before a version.
    func balance(before version: Int64, on account: AccountID) throws -> Points {
        try first(EntryTable.balance(after: version - 1, on: account)) ?? .zero
    }
}
