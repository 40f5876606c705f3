import Models
import RewardsAPI
import TypedSQL

/// Checks the ledger within one snapshot.
struct Audit {
    let transaction: Transaction
    /// How many accounts' lots are held in memory at once.
    static let accountsAtOnce = 100

    /// What was found, and on which accounts of members.
    struct Outcome: Sendable {
        var findings: [AuditFinding] = []
        var accounts: Set<AccountID> = []
    }

    func run() throws -> Outcome {
        var outcome = Outcome()
        for law in LedgerLaw.allCases {
            let violations = try violations(of: law)
            let count = try Count(wire: violations.reduce(0) { $0 + $1.count })
            outcome.findings.append(AuditFinding(law: law, violations: count))
            outcome.accounts.formUnion(violations.compactMap(\.account))
        }
        return outcome
    }

    private func violations(of law: LedgerLaw) throws -> [LawViolation] {
        if let query = AuditTable.violations(of: law) { return try transaction.all(query) }
        return try paymentsOutOfOrder().map { LawViolation(account: $0, count: 1) }
    }

    private func paymentsOutOfOrder() throws -> [AccountID] {
        var violations: [AccountID] = []
        var last = ""
        while true {
            let accounts = try transaction.all(AuditTable.accountsWithLots(after: last, limit: Self.accountsAtOnce))
            guard let first = accounts.first, let end = accounts.last else { break }
            let events = try transaction.all(AuditTable.lotEvents(from: first, through: end))
            violations += LotHistory.paymentsOutOfOrder(events)
            last = end.rawValue
        }
        return violations
    }
}
