public import Models

/// A budget after something was added to it or taken from it.
public struct Budget: Codable, Sendable, Equatable {
    public var budget: BudgetKey
    public var asset: Asset
    public var transfer: Transfer.ID
    /// What was added or taken.
    public var amount: PointAmount
    /// What it had right after; the same however often the call is repeated.
    public var balance: Points

    public init(budget: BudgetKey, asset: Asset, transfer: Transfer.ID, amount: PointAmount, balance: Points) {
        self.budget = budget
        self.asset = asset
        self.transfer = transfer
        self.amount = amount
        self.balance = balance
    }
}

/// What a budget has left.
public struct BudgetState: Codable, Sendable, Equatable {
    public var budget: BudgetKey
    public var asset: Asset
    /// All that was ever given to it.
    public var funded: Points
    /// What was taken back from it, because it was not to award it any more.
    public var withdrawn: Points
    /// What rules have awarded from it; what was taken back from members does not come back to it.
    public var awarded: Points
    /// What its group got for activities and has not given back.
    public var paidOut: Points
    /// What was given less the three others.
    public var left: Points

    public init(
        budget: BudgetKey,
        asset: Asset,
        funded: Points,
        withdrawn: Points,
        awarded: Points,
        paidOut: Points,
        left: Points
    ) {
        self.budget = budget
        self.asset = asset
        self.funded = funded
        self.withdrawn = withdrawn
        self.awarded = awarded
        self.paidOut = paidOut
        self.left = left
    }
}
