public import Models

/// Points of a member that are set aside.
public struct Hold: Codable, Sendable, Equatable {
    /// Its id, by which it is posted or voided.
    public var transfer: Transfer.ID
    public var member: Member.ID
    public var asset: Asset
    public var amount: PointAmount
    /// When it lapses; absent where it stays until it is ended.
    public var until: Instant?

    public init(transfer: Transfer.ID, member: Member.ID, asset: Asset, amount: PointAmount, until: Instant? = nil) {
        self.transfer = transfer
        self.member = member
        self.asset = asset
        self.amount = amount
        self.until = until
    }
}

/// How a hold ended.
public struct HoldEnd: Codable, Sendable, Equatable {
    public var hold: Transfer.ID
    /// The transfer that ended it: of kind `post` or `void`.
    public var transfer: Transfer.ID
    /// What was paid; absent where nothing was.
    public var paid: PointAmount?

    public init(hold: Transfer.ID, transfer: Transfer.ID, paid: PointAmount?) {
        self.hold = hold
        self.transfer = transfer
        self.paid = paid
    }
}

/// Points that left a member's account at once.
public struct Charge: Codable, Sendable, Equatable {
    public var transfer: Transfer.ID
    public var member: Member.ID
    public var asset: Asset
    public var amount: PointAmount
    /// What was on the member's account right after; the same however often the call is repeated.
    public var balance: Points

    public init(transfer: Transfer.ID, member: Member.ID, asset: Asset, amount: PointAmount, balance: Points) {
        self.transfer = transfer
        self.member = member
        self.asset = asset
        self.amount = amount
        self.balance = balance
    }
}

/// What undoing a transfer came to.
public struct Reversal: Codable, Sendable, Equatable {
    public var reverses: Transfer.ID
    /// The transfers that it was done by, in their order.
    public var transfers: [Transfer.ID]
    /// What went back.
    public var amount: PointAmount
    /// What of it the member had spent and owes from now on.
    public var owed: Points

    public init(reverses: Transfer.ID, transfers: [Transfer.ID], amount: PointAmount, owed: Points) {
        self.reverses = reverses
        self.transfers = transfers
        self.amount = amount
        self.owed = owed
    }
}
