public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension WithdrawOffer: Handled {
    /// Read committed: taking pieces and withdrawing change the same row, each under its condition.
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> Offer {
        try await context.write(isolation: .readCommitted) { work in
            if try work.run(RewardTable.withdraw(reward, by: staff.actor, at: work.now)) == 1 {
                try work.publish(OfferWithdrawn(reward: reward))
            }
            guard let offer = try work.first(RewardTable.find(reward)) else { throw Refusal.rewardUnknown }
            return try work.transaction.dressed([offer])[0]
        }
    }
}
