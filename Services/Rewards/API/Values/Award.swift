public import Models

/// Points that were given to a member.
public struct Award: Codable, Sendable, Equatable {
    public var transfer: Transfer.ID
    public var member: Member.ID
    public var amount: PointAmount
    /// What was on the member's account right after; the same however often the call is repeated.
    public var balance: Points
    /// Until when they can be spent.
    public var expiresAt: Instant

    public init(transfer: Transfer.ID, member: Member.ID, amount: PointAmount, balance: Points, expiresAt: Instant) {
        self.transfer = transfer
        self.member = member
        self.amount = amount
        self.balance = balance
        self.expiresAt = expiresAt
    }
}
