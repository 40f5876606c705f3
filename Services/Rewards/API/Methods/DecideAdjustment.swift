public import Contract
public import Models

/// Approves or rejects what another person of the staff asked for.
public struct DecideAdjustment: RewardsMethod, Repeatable {
    public var adjustment: PointAdjustment.ID
    /// Whether the points move.
    public var approve: Bool
    public var remark: Sentence?

    public init(adjustment: PointAdjustment.ID, approve: Bool, remark: Sentence? = nil) {
        self.adjustment = adjustment
        self.approve = approve
        self.remark = remark
    }

    public static let name = "rewards.decideAdjustment"
    public static let summary = "Approves an adjustment, which then moves the points, or rejects it."
    public static let details = """
        Whoever asked for it cannot decide on it. What is refused for the account's sake stays pending.
        """
    public typealias Caller = StaffMember
    public typealias Reply = Adjustment
    public enum Refusal: String, Contract.Refusal {
        case adjustmentUnknown, adjustmentDecided, samePerson, accountStopped, insufficientPoints
    }
}
