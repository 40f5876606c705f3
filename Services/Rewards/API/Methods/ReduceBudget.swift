public import Contract
public import Models

/// Takes back from a budget what it is not to award any more.
public struct ReduceBudget: RewardsMethod, Repeatable {
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

    public static let name = "rewards.reduceBudget"
    public static let summary = "Takes back from the budget of a programme or a group what it is not to award any more."
    public static let details = """
        What was awarded or paid out stays so: only what is left can be taken back, never more. With a `transfer` of its \
        own a caller can repeat the call for ever: the same id has one effect and one answer, also where the answer is a \
        refusal.
        """
    public typealias Caller = StaffMember
    public typealias Reply = Budget
    public enum Refusal: String, Contract.Refusal { case transferDiffers, budgetUnknown, budgetShort, accountStopped }
}
