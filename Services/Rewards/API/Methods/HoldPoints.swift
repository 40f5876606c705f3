public import Contract
public import Models

/// Sets points of a member aside.
public struct HoldPoints: RewardsMethod, Repeatable {
    public var member: Member.ID
    public var amount: PointAmount
    /// The member reads it in the statement.
    public var reason: Sentence
    /// Chosen by the caller, so that a repeated call has one effect; made here if not given.
    public var transfer: Transfer.ID?
    /// Points if not given.
    public var asset: Asset?
    /// When it lapses; it stays until it is ended if not given.
    public var until: Instant?

    public init(
        member: Member.ID,
        amount: PointAmount,
        reason: Sentence,
        transfer: Transfer.ID? = nil,
        asset: Asset? = nil,
        until: Instant? = nil
    ) {
        self.member = member
        self.amount = amount
        self.reason = reason
        self.transfer = transfer
        self.asset = asset
        self.until = until
    }

    public static let name = "rewards.hold"
    public static let summary = "Sets points of a member aside, to be paid or freed later."
    public static let details = """
        What is held cannot be spent otherwise and does not expire. The hold ends once: by `rewards.post`, in full or in \
        part, by `rewards.void`, or by itself at `until`.
        """
    public typealias Caller = StaffMember
    public typealias Reply = Hold
    public enum Refusal: String, Contract.Refusal {
        case transferDiffers, periodEmpty, accountStopped, insufficientPoints
    }
}
