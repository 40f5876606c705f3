import Models
import RewardsAPI
import TypedSQL

/// The laws of the ledger as queries, each of which counts what breaks it.
///
/// They trust nothing that the writing side computes: each compares what one table says with what another one says.
enum AuditTable {
    /// Nil for the one law that cannot be told by a statement, but by going through the events in their order.
    static func violations(of law: LedgerLaw) -> Query<Count>? {
        guard let count = query(of: law) else { return nil }
        return Query("SELECT CAST((\(count)) AS BIGINT) AS violations") { row in try row.get("violations") }
    }

    static let totals = Query<(accounts: Count, transfers: Count, outstanding: Points)>(
        """
        SELECT (SELECT COUNT(*) FROM account) AS accounts, (SELECT COUNT(*) FROM transfer) AS transfers,
            CAST(COALESCE((SELECT SUM(balance) FROM account WHERE kind = 'member'), 0) AS BIGINT) AS outstanding
        """
    ) { row in (try row.get("accounts"), try row.get("transfers"), try row.get("outstanding")) }

    private static func query(of law: LedgerLaw) -> SQL? {
        switch law {
        case .conservation: conservation
        case .balanceIsFold: balanceIsFold
        case .versionsGapless: versionsGapless
        case .neverOverdrawn: neverOverdrawn
        case .twoEntries: twoEntries
        case .amountsInBounds: amountsInBounds
        case .lotsMatchBalance: lotsMatchBalance
        case .lotsMatchUses: lotsMatchUses
        case .earliestExpiryFirst: nil
        case .noUseAfterExpiry: noUseAfterExpiry
        case .reversalsWithinOriginal: reversalsWithinOriginal
        case .stockMatchesRedemptions: stockMatchesRedemptions
        case .awardedOnce: awardedOnce
        case .partsAddUp: partsAddUp
        case .earnedMatchesAwards: earnedMatchesAwards
        }
    }

    static var samples: [SQL] {
        LedgerLaw.allCases.compactMap { violations(of: $0)?.sql } + [
            totals.sql, accountsWithLots(after: .breakage, limit: 1).sql,
            lotEvents(from: .breakage, through: .breakage).sql,
        ]
    }
}
