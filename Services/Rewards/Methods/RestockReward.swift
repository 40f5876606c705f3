public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension RestockReward: Handled {
    /// Read committed: the stock grows by a guarded single statement, and a restock commutes with every other one.
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> Offer {
        try await context.write(isolation: .readCommitted) { work in
            let changed = try work.run(RewardTable.restock(pieces, of: reward))
            guard let offer = try work.first(RewardTable.find(reward)) else { throw Refusal.rewardUnknown }
            guard changed == 1 else { throw offer.withdrawnAt == nil ? Refusal.notStocked : Refusal.notOffered }
            let id = work.id(Occurrence.self)
            try work.run(RewardTable.note(Count(pieces), of: reward, id, by: staff.actor, at: work.now))
            return try work.transaction.dressed([offer])[0]
        }
    }
}
