public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension AuditLedger: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> AuditReport {
        try await RewardsService.audit(in: context)
    }
}

extension RewardsService {
    /// Checks the ledger in one snapshot, and then stops the accounts of members that are in disorder, so that what is
    /// wrong with one does not spread; all others go on.
    static func audit(in context: Context<RewardsService>) async throws -> AuditReport {
        let limit = context.service.settings.longestRead
        let outcome = try await context.read(within: limit) { tx in try Audit(transaction: tx).run() }
        if !outcome.accounts.isEmpty {
            try await context.writeApart(isolation: .readCommitted) { work in
                for account in outcome.accounts.sorted() {
                    try work.run(AccountTable.stop(account, at: work.now))
                }
            }
        }
        let totals = try await context.read(within: limit) { tx in try tx.one(AuditTable.totals) }
        return AuditReport(
            at: context.now,
            findings: outcome.findings,
            accounts: totals.accounts,
            transfers: totals.transfers,
            outstanding: totals.outstanding,
            stopped: totals.stopped
        )
    }
}
