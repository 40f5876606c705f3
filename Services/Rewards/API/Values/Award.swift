public import Models

/// Points that were given to a member.
public struct Award: Codable, Sendable, Equatable {
    public var transfer: Transfer.ID
    public var member: Member.ID
    public var asset: Asset
    public var amount: PointAmount
    /// What was on the account right after that they came to; the same however often the call is repeated.
    public var balance: Points
    /// When the member gets them; absent where that was at once.
    public var pendingUntil: Instant?
    /// Until when they can be spent; absent where they are pending, because that is counted from their release on.
    public var expiresAt: Instant?

    public init(
        transfer: Transfer.ID,
        member: Member.ID,
        asset: Asset,
        amount: PointAmount,
        balance: Points,
        pendingUntil: Instant? = nil,
        expiresAt: Instant? = nil
    ) {
        self.transfer = transfer
        self.member = member
        self.asset = asset
        self.amount = amount
        self.balance = balance
        self.pendingUntil = pendingUntil
        self.expiresAt = expiresAt
    }
}
