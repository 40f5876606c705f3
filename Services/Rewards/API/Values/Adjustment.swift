public import Models

/// A correction of a member's points by a person of the staff.
public enum PointAdjustment: Identified { public static let idPrefix = "adj" }

/// What somebody of the staff asked to give or take, who decided on it, and what was moved.
public struct Adjustment: Codable, Sendable, Equatable {
    public var id: PointAdjustment.ID
    public var member: Member.ID
    public var asset: Asset
    public var direction: AdjustmentDirection
    public var amount: PointAmount
    /// The member reads it in the statement.
    public var reason: Sentence
    public var state: AdjustmentState
    public var askedBy: Actor
    public var askedAt: Instant
    /// Who approved or rejected it; absent while it is pending, and where none was needed.
    public var decidedBy: Actor?
    public var decidedAt: Instant?
    /// What the one who decided said.
    public var remark: Sentence?
    /// Absent unless it was made.
    public var transfer: Transfer.ID?

    public init(
        id: PointAdjustment.ID,
        member: Member.ID,
        asset: Asset,
        direction: AdjustmentDirection,
        amount: PointAmount,
        reason: Sentence,
        state: AdjustmentState,
        askedBy: Actor,
        askedAt: Instant,
        decidedBy: Actor? = nil,
        decidedAt: Instant? = nil,
        remark: Sentence? = nil,
        transfer: Transfer.ID? = nil
    ) {
        self.id = id
        self.member = member
        self.asset = asset
        self.direction = direction
        self.amount = amount
        self.reason = reason
        self.state = state
        self.askedBy = askedBy
        self.askedAt = askedAt
        self.decidedBy = decidedBy
        self.decidedAt = decidedAt
        self.remark = remark
        self.transfer = transfer
    }
}

public enum AdjustmentDirection: String, Codable, CaseIterable, Sendable {
    /// The member gets the points, as goodwill: they make a lot, count as earned and expire.
    case give
    /// The member loses points that can be spent, those first that expire first; never more than there are.
    case take
}

public enum AdjustmentState: String, Codable, CaseIterable, Sendable {
    /// A second person has to decide.
    case pending
    /// The points were moved.
    case made
    case rejected
}
