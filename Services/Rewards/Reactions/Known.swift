import Hosting
import Models
import RewardsAPI
import TypedSQL

/// What speaks against awards before they are made.
struct Known {
    /// What ids stand for already.
    let transfers: [Transfer.ID: EarlierTransfer]
    let stopped: Set<AccountID>

    init(_ ids: [Transfer.ID], on accounts: Set<AccountID>, in work: Work<RewardsService>) throws {
        // Two callers may come with the same id.
        let transfers = Array(Set(ids)).inBatches().map { TransferTable.earlier($0) }
        let stopped = Array(accounts).inBatches().map { AccountTable.stopped(among: $0) }
        let outcomes = try work.transaction.run(together: transfers.map(\.sql) + stopped.map(\.sql))
        let pairs = try zip(transfers, outcomes).flatMap { try $1.all($0) }
        self.transfers = Dictionary(uniqueKeysWithValues: pairs.map { ($0.id, $0.earlier) })
        let others = outcomes.dropFirst(transfers.count)
        self.stopped = Set(try zip(stopped, others).flatMap { try $1.all($0) })
    }

    func isStopped(_ movement: Movement) -> Bool {
        stopped.contains(movement.credit) || stopped.contains(movement.debit)
    }
}
