public import Models

/// What a check of the whole ledger found.
public struct AuditReport: Codable, Sendable, Equatable {
    public var at: Instant
    /// Whether every law holds.
    public var isSound: Bool
    /// One for each law, in the order of ``LedgerLaw``.
    public var findings: [AuditFinding]
    public var accounts: Count
    public var transfers: Count
    /// What members could still spend: the company's liability, points that are about to expire included.
    public var outstanding: Points

    public init(at: Instant, findings: [AuditFinding], accounts: Count, transfers: Count, outstanding: Points) {
        self.at = at
        isSound = findings.allSatisfy { $0.violations == .zero }
        self.findings = findings
        self.accounts = accounts
        self.transfers = transfers
        self.outstanding = outstanding
    }
}

/// How often one law is broken; zero in a sound ledger.
public struct AuditFinding: Codable, Sendable, Equatable {
    public var law: LedgerLaw
    public var violations: Count

    public init(law: LedgerLaw, violations: Count) {
        self.law = law
        self.violations = violations
    }
}

/// What must be true of the ledger at every moment.
public enum LedgerLaw: String, Codable, CaseIterable, Sendable {
    /// All balances add up to zero.
    case conservation
    /// A balance is the sum of the account's entries.
    case balanceIsFold
    /// Versions are 1, 2, 3 without a gap, and each entry begins where the one before ended.
    case versionsGapless
    /// No member's balance is below zero.
    case neverOverdrawn
    /// A transfer has two entries, of opposite sign, of its amount, on its accounts.
    case twoEntries
    /// Amounts are whole, positive and within plus or minus 2^53 - 1.
    case amountsInBounds
    /// What is left of a member's lots adds up to the balance.
    case lotsMatchBalance
    /// What is left of a lot is what was granted less what was used, and never below zero or above the grant.
    case lotsMatchUses
    /// The lot that expires first was used first.
    case earliestExpiryFirst
    /// No lot was spent after its expiry.
    case noUseAfterExpiry
    /// What was reversed of a transfer is not more than the transfer.
    case reversalsWithinOriginal
    /// Pieces left and pieces redeemed add up to the stock, overall and by member.
    case stockMatchesRedemptions
    /// A rule paid a member at most once for one event.
    case awardedOnce
    /// The parts of lots that a transfer used add up to its amount.
    case partsAddUp
    /// What a member earned is the sum of the awards.
    case earnedMatchesAwards
}
