public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension OfferReward: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> Offer {
        try await context.write { work in
            let offer = try offer(id: work.id(Reward.self), at: work.now)
            try work.run(RewardTable.insert(offer, by: staff.actor, at: work.now))
            try work.publish(RewardOffered(reward: offer.id, price: offer.price))
            return offer
        }
    }
}
