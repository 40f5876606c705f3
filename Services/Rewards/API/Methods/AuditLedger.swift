import Contract
public import Models

/// Checks the whole ledger against its laws.
public struct AuditLedger: RewardsMethod {
    public init() {}

    public static let name = "rewards.audit"
    public static let summary = "Checks the ledger of points against each of its laws and counts what breaks them."
    public static let details = """
        It reads all accounts, transfers and lots in one snapshot, so on a large ledger it takes seconds and belongs \
        into quiet hours; the service does it by itself every night. Nothing moves any more on the accounts of members \
        that break a law, until `rewards.resume`; all other accounts go on. A violation is never expected: it means that somebody changed the database by hand, or a fault.
        """
    public typealias Caller = StaffMember
    public typealias Reply = AuditReport
}
