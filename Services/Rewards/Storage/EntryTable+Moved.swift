import Models
import RewardsAPI
import TypedSQL

/// Which entries: those by transfers of some kinds, on one side of some accounts.
struct MovedEntries: Sendable {
    fileprivate let condition: SQL

    init(_ kinds: [TransferKind], on accounts: [AccountID], isCredit: Bool) {
        let side: SQL = isCredit ? "t.credit" : "t.debit"
        condition = "e.account IN \(list: accounts) AND t.kind IN \(list: kinds) AND \(side) = e.account"
    }
}

extension EntryTable {
    static func total(of moved: MovedEntries) -> Query<Points> {
        Query(
            """
            SELECT CAST(COALESCE(SUM(t.amount), 0) AS BIGINT) AS total
            FROM entry e JOIN transfer t ON t.id = e.transfer WHERE \(moved.condition)
            """
        ) { row in try row.get("total") }
    }

    static func latest(of moved: MovedEntries, limit: Int) -> Query<ExplainedPart> {
        Query(
            """
            SELECT t.id, t.amount FROM entry e JOIN transfer t ON t.id = e.transfer WHERE \(moved.condition)
            ORDER BY t.created_at DESC, t.id DESC LIMIT \(limit)
            """
        ) { row in ExplainedPart(transfer: try row.get("id"), amount: try row.get("amount")) }
    }

    /// What an account had at a moment.
    static func balance(on account: AccountID, at moment: Instant) -> Query<Points> {
        Query(
            """
            SELECT e.balance_after FROM entry e JOIN transfer t ON t.id = e.transfer
            WHERE e.account = \(account) AND t.created_at <= \(moment) ORDER BY e.version DESC LIMIT 1
            """
        ) { row in try row.get("balance_after") }
    }

    static var movedSamples: [SQL] {
        let account = AccountID.member(.example, .points)
        let moved = MovedEntries([.award], on: [account], isCredit: true)
        return [total(of: moved).sql, latest(of: moved, limit: 1).sql, balance(on: account, at: .example).sql]
    }
}

extension OpenTransferTable {
    /// What is open on an account, the oldest first.
    static func open(_ kind: TransferKind, on account: AccountID) -> Query<ExplainedPart> {
        Query(
            """
            SELECT transfer, amount FROM open_transfer WHERE account = \(account) AND kind = \(kind) ORDER BY transfer
            """
        ) { row in ExplainedPart(transfer: try row.get("transfer"), amount: try row.get("amount")) }
    }
}

extension LotTable {
    /// What is past its expiry and not taken away yet, by the transfer that made the lot.
    static func overdueLots(on account: AccountID, at now: Instant) -> Query<ExplainedPart> {
        Query(
            """
            SELECT transfer, remaining - held AS open FROM lot
            WHERE account = \(account) AND remaining > held AND expires_at <= \(now) ORDER BY expires_at, id
            """
        ) { row in ExplainedPart(transfer: try row.get("transfer"), amount: try row.get("open")) }
    }

    static var explainedSamples: [SQL] {
        let account = AccountID.member(.example, .points)
        return [overdueLots(on: account, at: .example).sql, OpenTransferTable.open(.hold, on: account).sql]
    }
}
