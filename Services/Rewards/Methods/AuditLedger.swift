public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension AuditLedger: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> AuditReport {
        try await context.read { [now = context.now] tx in
            let findings = try LedgerLaw.allCases.map { law in
                AuditFinding(law: law, violations: try tx.one(AuditTable.violations(of: law)))
            }
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
