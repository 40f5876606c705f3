import Hosting
import Models
import TypedSQL

extension RewardsService {
    /// Takes away what was not spent in time, each member in a transaction of its own, so that nobody waits for all.
    static func expirePoints(in context: Context<RewardsService>) async throws {
        while true {
            let accounts = try await context.read { [now = context.now] tx in
                try tx.all(LotTable.accountsDue(at: now, limit: 200))
            }
            if accounts.isEmpty { return }
            for account in accounts {
                try await context.write(isolation: .readCommitted) { work in
                    _ = try Ledger(transaction: work.transaction, now: work.now).expire(on: account)
                }
            }
        }
    }
}
