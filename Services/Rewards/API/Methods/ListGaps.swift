import Contract
public import Models

/// Lists what the nightly reconciliation found.
public struct ListGaps: RewardsMethod {
    /// Both if not given.
    public var kind: GapKind?
    public var after: Cursor?
    public var limit: PageLimit?

    public init(kind: GapKind? = nil, after: Cursor? = nil, limit: PageLimit? = nil) {
        self.kind = kind
        self.after = after
        self.limit = limit
    }

    public static let name = "rewards.gaps"
    public static let summary = "Lists events that a rule should have paid and did not, and awards that have no event."
    public static let details = """
        Every night the service reads the logs of the others again, from the beginning to where it has followed them, and \
        compares each event with the awards and with the reasons for which rules made none. A gap that is closed meanwhile \
        is gone after the next night. Where a service does not answer, its gaps stay as they were. How many there are \
        stands in the log and in the metric `rewards_reconciliation_gaps`.
        """
    public typealias Caller = StaffMember
    public typealias Reply = GapList
}
