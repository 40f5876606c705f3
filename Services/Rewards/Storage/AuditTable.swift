import Models
import RewardsAPI
import TypedSQL

/// How often one law is broken on one account; nil where it is none of a member's.
struct LawViolation: Hashable, Sendable {
    let account: AccountID?
    let count: Int64
}

/// What there is in the whole ledger.
struct LedgerTotals: Hashable, Sendable {
    let accounts: Count
    let stopped: Count
    let transfers: Count
    let outstanding: Points
}

/// The laws of the ledger as queries that name what breaks them.
///
/// They trust nothing that the writing side computes: each compares what one table says with what another one says. Each
/// gives a row for each violation, with the account that is in disorder, or null where it is none of a member's.
enum AuditTable {
    /// Nil for the one law that a query cannot check in reasonable time: that lots were used in their order.
    static func violations(of law: LedgerLaw) -> Query<LawViolation>? {
        query(of: law).map { violations in
            Query(
                """
                SELECT a.id AS account, COUNT(*) AS violations FROM (\(violations)) v
                LEFT JOIN account a ON a.id = v.account AND a.owner IS NOT NULL AND a.kind <> 'issuer'
                GROUP BY a.id
                """
            ) { row in LawViolation(account: try row.get("account"), count: try row.get("violations")) }
        }
    }

    static let totals = Query<LedgerTotals>(
        """
        SELECT (SELECT COUNT(*) FROM account) AS accounts,
            (SELECT COUNT(*) FROM account WHERE stopped_at IS NOT NULL) AS stopped,
            (SELECT COUNT(*) FROM transfer WHERE refusal IS NULL) AS transfers,
            CAST(COALESCE((SELECT SUM(balance) FROM account WHERE kind = 'member'), 0) AS BIGINT) AS outstanding
        """
    ) { row in
        LedgerTotals(
            accounts: try row.get("accounts"),
            stopped: try row.get("stopped"),
            transfers: try row.get("transfers"),
            outstanding: try row.get("outstanding")
        )
    }

    private static func query(of law: LedgerLaw) -> SQL? {
        switch law {
        case .conservation: conservation
        case .balanceIsFold: balanceIsFold
        case .versionsGapless: versionsGapless
        case .neverOverdrawn: neverOverdrawn
        case .twoEntries: twoEntries
        case .assetsApart: assetsApart
        case .amountsInBounds: amountsInBounds
        case .endsOnce: endsOnce
        case .heldMatchesHolds: heldMatchesHolds
        case .pendingMatchesAwards: pendingMatchesAwards
        case .postedWithinHold: postedWithinHold
        case .lotsMatchBalance: lotsMatchBalance
        case .lotsMatchUses: lotsMatchUses
        case .earliestExpiryFirst: nil
        case .noUseAfterExpiry: noUseAfterExpiry
        case .reversalsWithinOriginal: reversalsWithinOriginal
        case .refusedLeftNothing: refusedLeftNothing
        case .stockMatchesRedemptions: stockMatchesRedemptions
        case .awardedOnce: awardedOnce
        case .partsAddUp: partsAddUp
        case .earnedMatchesAwards: earnedMatchesAwards
        case .owedMatchesDebts: owedMatchesDebts
        case .toldOnce: toldOnce
        }
    }

    static var samples: [SQL] {
        let account = AccountID.member(.example, .points)
        return LedgerLaw.allCases.compactMap { violations(of: $0)?.sql } + [
            totals.sql, accountsWithLots(after: "", limit: 1).sql, lotEvents(from: account, through: account).sql,
        ]
    }
}
