public import Contract
public import Models

/// Puts codes into a pool of coupons.
public struct ImportCoupons: RewardsMethod, Repeatable {
    public var pool: CouponPool.ID
    /// One code a line, at most 5,000 lines; after a comma the id of the member who has this one. A first line `code` or
    /// `code,member` is a heading.
    public var codes: CouponFile
    /// When they can no longer be used; never if not given.
    public var expiresAt: Instant?

    public init(pool: CouponPool.ID, codes: CouponFile, expiresAt: Instant? = nil) {
        self.pool = pool
        self.codes = codes
        self.expiresAt = expiresAt
    }

    public static let name = "rewards.importCoupons"
    public static let summary = "Puts the codes of a file into a pool of coupons, all of them or none."
    public static let details = """
        A line that is no code, a code that is there twice, and a code that any pool has already is named by its line, \
        up to 100 of them, as invalid params; nothing is imported then.
        """
    public typealias Caller = StaffMember
    public typealias Reply = CouponPoolRecord
    public enum Refusal: String, Contract.Refusal { case couponsOff, poolUnknown, periodEmpty, tooMany }
}
