public import Models

/// What a group asks for, from its budget, to spend on an activity, and what has become of it.
public struct OutlayRecord: Codable, Sendable, Equatable {
    public var id: Outlay.ID
    public var group: Group.ID
    public var activity: ActivityKey
    public var amount: PointAmount
    public var asset: Asset
    /// What it is for.
    public var purpose: Sentence
    public var state: OutlayState
    public var requestedBy: Actor
    public var requestedAt: Instant
    /// Never who asked; absent while nobody has decided.
    public var decidedBy: Actor?
    public var decidedAt: Instant?
    /// What whoever decided said of it; always there where it was rejected.
    public var remark: Sentence?
    /// The transfer from the budget to the group; absent unless it was paid.
    public var payout: Transfer.ID?
    /// What came back into the budget since.
    public var returned: Points

    public init(
        id: Outlay.ID,
        group: Group.ID,
        activity: ActivityKey,
        amount: PointAmount,
        asset: Asset,
        purpose: Sentence,
        state: OutlayState = .requested,
        requestedBy: Actor,
        requestedAt: Instant,
        decidedBy: Actor? = nil,
        decidedAt: Instant? = nil,
        remark: Sentence? = nil,
        payout: Transfer.ID? = nil,
        returned: Points = .zero
    ) {
        self.id = id
        self.group = group
        self.activity = activity
        self.amount = amount
        self.asset = asset
        self.purpose = purpose
        self.state = state
        self.requestedBy = requestedBy
        self.requestedAt = requestedAt
        self.decidedBy = decidedBy
        self.decidedAt = decidedAt
        self.remark = remark
        self.payout = payout
        self.returned = returned
    }
}

public enum OutlayState: String, Codable, CaseIterable, Sendable {
    /// Staff have to decide.
    case requested
    /// It was approved, and the group got it in the same moment.
    case paid
    case rejected
}

/// What staff say of a request.
public enum OutlayDecision: String, Codable, CaseIterable, Sendable {
    case approve, reject
}
