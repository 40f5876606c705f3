public import Models

/// A budget after something was added to it.
public struct Budget: Codable, Sendable, Equatable {
    public var budget: BudgetKey
    public var asset: Asset
    public var transfer: Transfer.ID
    /// What was added.
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
    /// What rules have awarded from it; what was taken back from members does not come back to it.
    public var awarded: Points
    public var left: Points

    public init(budget: BudgetKey, asset: Asset, funded: Points, awarded: Points, left: Points) {
        self.budget = budget
        self.asset = asset
        self.funded = funded
        self.awarded = awarded
        self.left = left
    }
}
