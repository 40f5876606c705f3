public import Contract
public import Models

/// Gives a programme or a group something to award.
public struct FundBudget: RewardsMethod, Repeatable {
    /// A new key makes a new budget.
    public var budget: BudgetKey
    public var amount: PointAmount
    public var reason: Sentence
    /// Points if not given.
    public var asset: Asset?
    /// Chosen by the caller, so that a repeated call has one effect; made here if not given.
    public var transfer: Transfer.ID?

    public init(
        budget: BudgetKey,
        amount: PointAmount,
        reason: Sentence,
        asset: Asset? = nil,
        transfer: Transfer.ID? = nil
    ) {
        self.budget = budget
        self.amount = amount
        self.reason = reason
        self.asset = asset
        self.transfer = transfer
    }

    public static let name = "rewards.fundBudget"
    public static let summary = "Gives the budget of a programme or a group something to award."
    public static let details = """
        Rules that name the budget award from it and stop exactly when it has less left than an award. A budget of each \
        asset is one of its own. The budget of a group also pays what staff approve for its activities. \
        `rewards.reduceBudget` takes back what is left.
        """
    public typealias Caller = StaffMember
    public typealias Reply = Budget
    public enum Refusal: String, Contract.Refusal { case transferDiffers, accountStopped }
}
