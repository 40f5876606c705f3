public import Contract
public import Models

/// Uses a coupon up.
public struct UseCoupon: RewardsMethod, Repeatable {
    public var code: CouponCode
    /// Who buys, where the shop knows; needed for coupons that only their member may use.
    public var member: Member.ID?
    /// The shop's own number of the purchase.
    public var note: Sentence?

    public init(code: CouponCode, member: Member.ID? = nil, note: Sentence? = nil) {
        self.code = code
        self.member = member
        self.note = note
    }

    public static let name = "rewards.useCoupon"
    public static let summary = "Says that a coupon was used in the shop, which happens once."
    public static let details = """
        A shop calls it before it gives the discount. With the same idempotency key the call can be sent again after a \
        lost answer; without one the second call is refused as `couponUsed`.
        """
    public typealias Caller = StaffMember
    public typealias Reply = CouponRecord
    public enum Refusal: String, Contract.Refusal {
        case couponsOff, couponUnknown, couponTakenBack, couponExpired, wrongRecipient, couponUsed
    }
}
