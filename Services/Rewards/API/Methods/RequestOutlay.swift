public import Contract
public import Models

/// Asks for something from a group's budget, to be spent on an activity.
public struct RequestOutlay: RewardsMethod, Repeatable {
    /// Whose budget is to pay.
    public var group: Group.ID
    public var activity: ActivityKey
    public var amount: PointAmount
    /// What it is for; staff read it when they decide.
    public var purpose: Sentence
    /// Points if not given.
    public var asset: Asset?

    public init(
        group: Group.ID,
        activity: ActivityKey,
        amount: PointAmount,
        purpose: Sentence,
        asset: Asset? = nil
    ) {
        self.group = group
        self.activity = activity
        self.amount = amount
        self.purpose = purpose
        self.asset = asset
    }

    public static let name = "rewards.requestOutlay"
    public static let summary = "Asks for something from a group's budget, to be spent on an activity."
    public static let details = """
        Members ask, and backends with the scope `write`. Nothing moves before staff have approved it, and nothing is \
        set aside: what the budget has when they decide counts. Who belongs to a group is not known here, so staff see \
        who asked. A group has one open request for an activity; after a decision it can ask again.
        """
    public typealias Caller = Reader
    public typealias Reply = OutlayRecord
    public enum Refusal: String, Contract.Refusal { case budgetUnknown, outlayOpen }
}
