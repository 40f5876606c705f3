public import Models

/// What a member has of one asset.
public struct Balance: Codable, Sendable, Equatable {
    public var member: Member.ID
    public var asset: Asset
    /// What can be spent now.
    public var available: Points
    /// What is set aside for open orders and other holds; it can be spent again where one is cancelled.
    public var held: Points
    /// What was awarded and is not the member's before its waiting period is over.
    public var pending: Points
    /// What was ever awarded and not taken back, whether or not it was spent or has expired since.
    public var earned: Points
    /// What was taken back after it had been spent; the next awards pay it.
    public var owed: Points
    /// What of the available points expires first; absent where there are none.
    public var nextExpiry: Expiry?

    public init(
        member: Member.ID,
        asset: Asset,
        available: Points,
        held: Points,
        pending: Points,
        earned: Points,
        owed: Points,
        nextExpiry: Expiry?
    ) {
        self.member = member
        self.asset = asset
        self.available = available
        self.held = held
        self.pending = pending
        self.earned = earned
        self.owed = owed
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
