public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension OpenCouponPool: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> CouponPoolRecord {
        guard context.service.settings.couponKeys != nil else { throw Refusal.couponsOff }
        return try await context.write(isolation: .readCommitted) { work in
            if let reward, try work.first(RewardTable.find(reward)) == nil { throw Refusal.rewardUnknown }
            let pool = StoredPool(
                id: work.id(CouponPool.self),
                title: title,
                reward: reward,
                isLocked: isLocked ?? false
            )
            guard try work.run(CouponPoolTable.insert(pool, by: staff.actor, at: work.now)) == 1 else {
                throw Refusal.rewardHasPool
            }
            return try work.one(CouponPoolTable.figures(pool.id, at: work.now))
        }
    }
}
