public import Contract
public import Models

/// Lists exchanges of points for rewards.
public struct ListRedemptions: RewardsMethod {
    /// Whose; a member reads his or her own and needs no id. Without it staff and backends read everybody's.
    public var member: Member.ID?
    /// Only those in this state.
    public var state: RedemptionState?
    public var after: Cursor?
    public var limit: PageLimit?

    public init(
        member: Member.ID? = nil,
        state: RedemptionState? = nil,
        after: Cursor? = nil,
        limit: PageLimit? = nil
    ) {
        self.member = member
        self.state = state
        self.after = after
        self.limit = limit
    }

    public static let name = "rewards.redemptions"
    public static let summary = "Lists what was redeemed and what has become of it, in the order of redemption."
    public static let details = """
        Another member's redemptions are answered to a member as those of a member who does not exist.
        """
    public typealias Caller = Reader
    public typealias Reply = Page<RedemptionRecord>
    public enum Refusal: String, Contract.Refusal { case memberUnknown }
}
