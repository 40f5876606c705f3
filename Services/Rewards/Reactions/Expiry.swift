import Hosting
import Models
import TypedSQL

extension RewardsService {
    /// Takes away what was not spent in time, each member in a transaction of its own, so that nobody waits for all.
    ///
    /// - Throws: what went wrong with the last account that could not be changed, after all others were.
    static func expirePoints(in context: Context<RewardsService>) async throws {
        var failure: (any Error)?
        var last = ""
        while true {
            let accounts = try await context.read { [now = context.now, last] tx in
                try tx.all(LotTable.accountsDue(at: now, after: last, limit: 200))
            }
            guard let end = accounts.last else { break }
            for account in accounts {
                do { try await expirePoints(of: account, in: context) } catch { failure = error }
                try Task.checkCancellation()
            }
            last = end.rawValue
        }
        if let failure { throw failure }
    }

    private static func expirePoints(of account: AccountID, in context: Context<RewardsService>) async throws {
        try await context.write(isolation: .readCommitted) { work in
            _ = try Ledger(work).expire(on: account)
        }
    }
}
