public import Contract
public import Models

/// Takes a coupon from a pool.
public struct ClaimCoupon: RewardsMethod, Repeatable {
    public var pool: CouponPool.ID

    public init(pool: CouponPool.ID) { self.pool = pool }

    public static let name = "rewards.claimCoupon"
    public static let summary = "Gives the caller a coupon of a pool."
    public static let details = """
        A member has one coupon of a pool: calling it again gives the same one. Of many who want the last one exactly \
        one gets it.
        """
    public typealias Caller = ActingMember
    public typealias Reply = CouponRecord
    public enum Refusal: String, Contract.Refusal { case couponsOff, poolUnknown, poolNotFree, poolEmpty }
}
