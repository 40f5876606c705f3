import Models
import RewardsAPI
import TypedSQL

/// Checks the ledger within one snapshot.
struct Audit {
    let transaction: Transaction
    /// How many accounts' lots are held in memory at once.
    static let accountsAtOnce = 100

    func finding(for law: LedgerLaw) throws -> AuditFinding {
        if let query = AuditTable.violations(of: law) {
            return AuditFinding(law: law, violations: try transaction.one(query))
        }
        return AuditFinding(law: law, violations: try paymentsOutOfOrder())
    }

    private func paymentsOutOfOrder() throws -> Count {
        var violations = 0
        var last = AccountID(rawValue: "")
        while true {
            let accounts = try transaction.all(AuditTable.accountsWithLots(after: last, limit: Self.accountsAtOnce))
            guard let first = accounts.first, let end = accounts.last else { break }
            let events = try transaction.all(AuditTable.lotEvents(from: first, through: end))
            violations += LotHistory.paymentsOutOfOrder(events)
            last = end
        }
        return try Count(wire: Int64(violations))
    }
}
