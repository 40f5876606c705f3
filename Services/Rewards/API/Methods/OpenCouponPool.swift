public import Contract
public import Models

/// Makes a pool of coupons.
public struct OpenCouponPool: RewardsMethod, Repeatable {
    public var title: Title
    /// Whoever orders this reward gets a coupon for each piece, at once; members claim the coupons if not given.
    public var reward: Reward.ID?
    /// Whether only the member who has a coupon may use it; anybody who knows its code if not given.
    public var isLocked: Bool?

    public init(title: Title, reward: Reward.ID? = nil, isLocked: Bool? = nil) {
        self.title = title
        self.reward = reward
        self.isLocked = isLocked
    }

    public static let name = "rewards.openCouponPool"
    public static let summary = "Makes a pool of coupons, into which codes can be imported."
    public static let details = """
        Codes are stored so that who reads the database cannot use them: encrypted, and beside that as a keyed hash by \
        which they are found. The key is in a file of the operator, without which there are no coupons.
        """
    public typealias Caller = StaffMember
    public typealias Reply = CouponPoolRecord
    public enum Refusal: String, Contract.Refusal { case couponsOff, rewardUnknown, rewardHasPool }
}
