public import Contract
public import Models

/// Tells how many points a member has.
public struct GetBalance: RewardsMethod {
    /// The caller if not given; another member only for staff and backends.
    public var member: Member.ID?
    /// Points if not given.
    public var asset: Asset?

    public init(member: Member.ID? = nil, asset: Asset? = nil) {
        self.member = member
        self.asset = asset
    }

    public static let name = "rewards.balance"
    public static let summary =
        "Tells how many points a member can spend, has set aside or pending, ever earned, and owes."
    public static let details = """
        Another member's balance is answered to a member as that of a member who does not exist.
        """
    public typealias Caller = Reader
    public typealias Reply = Balance
    public enum Refusal: String, Contract.Refusal { case memberNeeded, memberUnknown }
}
