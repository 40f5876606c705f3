public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension OfferReward: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> Offer {
        try await context.write { work in
            let offer = try offer(id: work.id(Reward.self), at: work.now)
            if let minimumLevel { try check(minimumLevel, in: work) }
            try work.run(RewardTable.insert(offer, by: staff.actor, at: work.now))
            if let stock = offer.left {
                let id = work.id(Occurrence.self)
                try work.run(RewardTable.note(stock, of: offer.id, id, by: staff.actor, at: work.now))
            }
            try work.run(each: (translations ?? []).map { RewardTextTable.insert($0, of: offer.id) })
            try work.run(
                each: offer.pictures.enumerated().map { RewardTextTable.insert($1, at: $0 + 1, of: offer.id) }
            )
            try work.publish(RewardOffered(reward: offer.id, price: offer.price, asset: offer.asset))
            return offer
        }
    }

    private func check(_ level: LevelKey, in work: Work<RewardsService>) throws {
        let programme = try work.first(LevelTable.programme(on: work.now.day))
        guard programme?.levels.contains(where: { $0.key == level }) == true else { throw Refusal.levelUnknown }
    }
}
