import Contract
public import Models

/// Says what the company owes its members in points.
public struct GetLiability: RewardsMethod {
    /// All assets if not given.
    public var asset: Asset?

    public init(asset: Asset? = nil) { self.asset = asset }

    public static let name = "rewards.liability"
    public static let summary = "Reads what members have of each asset, by the month in which it expires."
    public static let details = """
        It is read from the lots in one snapshot, and the months add up to what the accounts of the books hold; where they \
        do not, the ledger is in disorder, and the call fails as `rewards.audit` would report. On a large ledger it takes \
        seconds.
        """
    public typealias Caller = StaffMember
    public typealias Reply = LiabilityReport
}
