import Contract
public import Models

/// Lists the pools of coupons.
public struct ListCouponPools: RewardsMethod {
    public var after: Cursor?
    public var limit: PageLimit?

    public init(after: Cursor? = nil, limit: PageLimit? = nil) {
        self.after = after
        self.limit = limit
    }

    public static let name = "rewards.couponPools"
    public static let summary =
        "Lists the pools of coupons, with how many are free, held, used, expired and taken back."
    public typealias Caller = StaffMember
    public typealias Reply = Page<CouponPoolRecord>
}
