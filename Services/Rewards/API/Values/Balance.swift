public import Models

/// What a member has.
public struct Balance: Codable, Sendable, Equatable {
    public var member: Member.ID
    /// What can be spent now.
    public var available: Points
    /// What was paid for rewards that are still to be delivered; it comes back where one is cancelled.
    public var pending: Points
    /// What was ever awarded, whether or not it was spent or has expired since.
    public var earned: Points
    /// What of the available points expires first; absent where there are none.
    public var nextExpiry: Expiry?

    public init(member: Member.ID, available: Points, pending: Points, earned: Points, nextExpiry: Expiry?) {
        self.member = member
        self.available = available
        self.pending = pending
        self.earned = earned
        self.nextExpiry = nextExpiry
    }
}

/// Points that can be spent before a moment and not after it.
public struct Expiry: Codable, Sendable, Equatable {
    public var amount: PointAmount
    public var at: Instant

    public init(amount: PointAmount, at: Instant) {
        self.amount = amount
        self.at = at
    }
}
