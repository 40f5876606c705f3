public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension UseCoupon: Handled {
    /// Read committed: the condition of the change lets one of many use it. Who finds it changed looks again, to say why.
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> CouponRecord {
        guard let keys = context.service.settings.couponKeys else { throw Refusal.couponsOff }
        let digest = keys.digest(of: code)
        return try await context.write(isolation: .readCommitted) { work in
            while true {
                let coupon = try usable(work.first(CouponTable.find(digest)), in: work)
                let use = CouponTable.use(coupon, note, by: staff.actor, at: work.now)
                guard try work.run(use) == 1 else { continue }
                try work.publish(CouponUsed(coupon: coupon.id, pool: coupon.pool, member: coupon.member ?? member))
                return try work.one(CouponTable.find(digest)).record(nil)
            }
        }
    }

    /// A coupon of a reward that nobody has ordered is none yet.
    private func usable(_ found: StoredCoupon?, in work: Work<RewardsService>) throws -> StoredCoupon {
        guard let found else { throw Refusal.couponUnknown }
        let pool = try work.one(CouponPoolTable.find(found.pool))
        if pool.reward != nil && found.redemption == nil && found.member == nil { throw Refusal.couponUnknown }
        if found.takenBackAt != nil { throw Refusal.couponTakenBack }
        if let end = found.expiresAt, end <= work.now, found.usedAt == nil { throw Refusal.couponExpired }
        let isMembers = member != nil && found.member == member
        if pool.isLocked && !isMembers { throw Refusal.wrongRecipient }
        if found.usedAt != nil { throw Refusal.couponUsed }
        return found
    }
}
