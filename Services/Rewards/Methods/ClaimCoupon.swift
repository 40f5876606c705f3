public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ClaimCoupon: Handled {
    /// Read committed: whoever claims locks the pool first, so of two the second one sees what the first has taken. A
    /// shop that uses an unclaimed coupon does not, and is met by the condition of the change.
    public func respond(to member: ActingMember, in context: Context<RewardsService>) async throws -> CouponRecord {
        guard let keys = context.service.settings.couponKeys else { throw Refusal.couponsOff }
        return try await context.write(isolation: .readCommitted) { work in
            guard let found = try work.first(CouponPoolTable.find(pool)) else { throw Refusal.poolUnknown }
            guard found.reward == nil else { throw Refusal.poolNotFree }
            try work.run(CouponPoolTable.lock(pool))
            if let earlier = try work.first(CouponTable.claimed(by: member.id, in: pool)) {
                return try earlier.record(keys)
            }
            while let next = try work.first(CouponTable.free(in: pool, at: work.now, limit: 1)) {
                guard try work.run(CouponTable.give(next.id, to: member.id, with: nil)) == 1 else { continue }
                var record = try next.record(keys)
                record.member = member.id
                return record
            }
            throw Refusal.poolEmpty
        }
    }
}
