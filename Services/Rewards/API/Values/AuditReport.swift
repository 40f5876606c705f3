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
    /// What members have, all assets together: the company's liability, what is held or about to expire included.
    public var outstanding: Points
    /// Accounts of members that are stopped, by this audit or an earlier one: nothing moves on them.
    public var stopped: Count

    public init(
        at: Instant,
        findings: [AuditFinding],
        accounts: Count,
        transfers: Count,
        outstanding: Points,
        stopped: Count
    ) {
        self.at = at
        isSound = findings.allSatisfy { $0.violations == .zero }
        self.findings = findings
        self.accounts = accounts
        self.transfers = transfers
        self.outstanding = outstanding
        self.stopped = stopped
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
    /// All balances of an asset add up to zero.
    case conservation
    /// A balance is the sum of the account's entries, and so is what is held of it.
    case balanceIsFold
    /// Versions are 1, 2, 3 without a gap, and each entry begins where the one before ended.
    case versionsGapless
    /// No account that must not be is below zero, and no member has more held than is there.
    case neverOverdrawn
    /// A transfer has two entries, of opposite sign, of its amount, on its accounts; a hold and its release have one.
    case twoEntries
    /// A transfer stays within one asset.
    case assetsApart
    /// Amounts are whole, positive and within plus or minus 2^53 - 1.
    case amountsInBounds
    /// A hold, and a pending award, is either open or was ended, by one transfer or by taking all of it back.
    case endsOnce
    /// What is held of an account, and of its lots, is what its open holds amount to.
    case heldMatchesHolds
    /// What is pending for a member is what the open awards amount to.
    case pendingMatchesAwards
    /// Not more was posted than was held.
    case postedWithinHold
    /// What is left of a member's lots adds up to the balance.
    case lotsMatchBalance
    /// What is left of a lot is what was granted less what was used, and never below zero or above the grant.
    case lotsMatchUses
    /// The lot that expires first was used first.
    case earliestExpiryFirst
    /// No lot was spent after its expiry, unless it was held before.
    case noUseAfterExpiry
    /// What was undone of a transfer is not more than the transfer, and is what is noted of it.
    case reversalsWithinOriginal
    /// What was refused has no entry, no lot and no event.
    case refusedLeftNothing
    /// Pieces left and pieces redeemed add up to the stock, overall and by member, and each order, draw and
    /// outlay has its points.
    case stockMatchesRedemptions
    /// A rule paid a member at most once for one event.
    case awardedOnce
    /// The parts of lots that a transfer used add up to its amount.
    case partsAddUp
    /// What a member earned is the sum of the awards less what was taken back.
    case earnedMatchesAwards
    /// What a member owes is what was taken back and not paid since.
    case owedMatchesDebts
    /// Each transfer was told in exactly one event.
    case toldOnce
}
