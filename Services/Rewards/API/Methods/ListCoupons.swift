public import Contract
public import Models

/// Lists a member's coupons.
public struct ListCoupons: RewardsMethod {
    /// The caller if not given; another member only for staff and backends, without the codes.
    public var member: Member.ID?
    public var after: Cursor?
    public var limit: PageLimit?

    public init(member: Member.ID? = nil, after: Cursor? = nil, limit: PageLimit? = nil) {
        self.member = member
        self.after = after
        self.limit = limit
    }

    public static let name = "rewards.coupons"
    public static let summary = "Lists a member's coupons and what has become of them, in the order of their import."
    public static let details =
        "Another member's coupons are answered to a member as those of a member who does not exist."
    public typealias Caller = Reader
    public typealias Reply = Page<CouponRecord>
    public enum Refusal: String, Contract.Refusal { case couponsOff, memberNeeded, memberUnknown }
}
