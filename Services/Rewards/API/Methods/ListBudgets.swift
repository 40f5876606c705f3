import Contract
public import Models

/// Lists what budgets have left.
public struct ListBudgets: RewardsMethod {
    public var after: Cursor?
    public var limit: PageLimit?

    public init(after: Cursor? = nil, limit: PageLimit? = nil) {
        self.after = after
        self.limit = limit
    }

    public static let name = "rewards.budgets"
    public static let summary = "Lists the budgets with what they were given, have awarded and paid out, and have left."
    public typealias Caller = StaffMember
    public typealias Reply = Page<BudgetState>
}
