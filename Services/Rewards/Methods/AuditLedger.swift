public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension AuditLedger: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> AuditReport {
        try await context.read { [now = context.now] tx in
            let audit = Audit(transaction: tx)
            let findings = try LedgerLaw.allCases.map { try audit.finding(for: $0) }
            let totals = try tx.one(AuditTable.totals)
            return AuditReport(
                at: now,
                findings: findings,
                accounts: totals.accounts,
                transfers: totals.transfers,
                outstanding: totals.outstanding
            )
        }
    }
}
