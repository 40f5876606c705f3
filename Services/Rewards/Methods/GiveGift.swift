public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GiveGift: Handled {
    /// Read committed, as in `RedeemReward`: the pieces are taken by a guarded single statement.
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> RedemptionRecord {
        let gift = Gift(
            reward: reward,
            member: member,
            units: quantity ?? .one,
            reason: reason,
            giver: .hand(staff.actor)
        )
        return try await context.write(isolation: .readCommitted) { work in
            if let record = try Gifts(work).give(gift) { return record }
            guard let offer = try work.first(RewardTable.find(reward)) else { throw Refusal.rewardUnknown }
            throw offer.withdrawnAt == nil ? Refusal.outOfStock : Refusal.notOffered
        }
    }
}
