import Contract
public import Models

/// Lists what staff adjusted.
public struct ListAdjustments: RewardsMethod {
    /// All if not given.
    public var state: AdjustmentState?
    public var member: Member.ID?
    public var after: Cursor?
    public var limit: PageLimit?

    public init(
        state: AdjustmentState? = nil,
        member: Member.ID? = nil,
        after: Cursor? = nil,
        limit: PageLimit? = nil
    ) {
        self.state = state
        self.member = member
        self.after = after
        self.limit = limit
    }

    public static let name = "rewards.adjustments"
    public static let summary = "Lists the adjustments of points by staff, in the order of their ids."
    public typealias Caller = StaffMember
    public typealias Reply = Page<Adjustment>
}
