public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension DefineGift: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> GiftRule {
        try await context.write { work in
            let version = try work.first(GivenTable.latest(key))?.next ?? .first
            let rule = try rule(version: version, at: work.now)
            guard try work.first(RewardTable.find(reward)) != nil else { throw Refusal.rewardUnknown }
            try work.run(GivenTable.insert(rule, by: staff.actor, at: work.now))
            return rule
        }
    }
}
