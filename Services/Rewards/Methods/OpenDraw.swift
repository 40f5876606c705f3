public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension OpenDraw: Handled {
    static let mostPlaces: Int64 = 1000

    /// Read committed: the prizes are taken by a guarded single statement.
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> DrawRecord {
        guard entriesUntil > context.now, seedFrom > entriesUntil else { throw Refusal.periodEmpty }
        guard places.wire <= Self.mostPlaces else { throw Refusal.tooMany }
        guard (1...10).contains(sources.count) else { throw Refusal.sourcesNeeded }
        if let prize, prize.amount > context.service.settings.largestAward { throw Refusal.amountTooLarge }
        return try await context.write(isolation: .readCommitted) { work in
            if let reward { try reserve(reward, in: work) }
            let draw = DrawRecord(
                id: work.id(Draw.self),
                title: title,
                reward: reward,
                places: places,
                profile: profile ?? .rfc3797,
                state: .open,
                entriesUntil: entriesUntil,
                seedFrom: seedFrom,
                sources: sources,
                entries: .zero,
                poolHash: nil,
                closedAt: nil,
                resolvedAt: nil,
                entryPrice: entryPrice?.stated,
                prize: prize?.stated
            )
            try work.run(each: DrawTable.insert(draw, by: staff.actor, at: work.now))
            return draw
        }
    }

    private func reserve(_ reward: Reward.ID, in work: Work<RewardsService>) throws {
        if try work.run(RewardTable.take(places, of: reward)) == 1 { return }
        guard let offer = try work.first(RewardTable.find(reward)) else { throw Refusal.rewardUnknown }
        throw offer.withdrawnAt == nil ? Refusal.outOfStock : Refusal.notOffered
    }
}

extension AssetAmount {
    /// With the asset that it means, where it was not given.
    fileprivate var stated: AssetAmount { AssetAmount(amount: amount, asset: asset ?? .points) }
}
