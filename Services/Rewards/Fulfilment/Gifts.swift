import Hosting
import Models
import RewardsAPI
import TypedSQL

/// Rewards without points.
struct Gifts {
    let work: Work<RewardsService>

    init(_ work: Work<RewardsService>) { self.work = work }

    /// The reward is locked before its coupons are counted, as in an order.
    ///
    /// - Returns: nil where there are not that many pieces or coupons left, or the offer was withdrawn.
    func give(_ gift: Gift) throws -> RedemptionRecord? {
        try work.run(RewardTable.lock(gift.reward))
        guard try Orders(work).hasCoupons(for: gift.reward, gift.units),
            try work.run(RewardTable.take(gift.units, of: gift.reward)) == 1
        else { return nil }
        return try handOut(gift)
    }

    /// Gives what was taken out of the stock before. Where the reward has a pool and too few coupons are left in it, the
    /// gift stays a task.
    func handOut(_ gift: Gift) throws -> RedemptionRecord {
        let offer = try work.one(RewardTable.find(gift.reward))
        let record = RedemptionRecord(
            id: work.id(Redemption.self),
            reward: gift.reward,
            member: gift.member,
            units: gift.units,
            paid: nil,
            asset: offer.asset,
            state: .ordered,
            orderedAt: work.now,
            closedAt: nil,
            givenFor: gift.reason
        )
        let order = Order(record: record, hold: nil)
        try Orders(work).place(order)
        try work.run(GivenTable.insert(gift, as: record.id))
        try work.publish(
            RewardGiven(redemption: record.id, reward: gift.reward, member: gift.member, units: gift.units)
        )
        guard try Orders(work).hasCoupons(for: gift.reward, gift.units) else { return record }
        return try Orders(work).deliverCoupons(order).record
    }

    /// Gives by every rule that was in force when the event happened, to each member once for it. The reward is locked
    /// before the earlier gifts are counted, so that of two events that are applied at once the second finds the gift of
    /// the first.
    func follow(_ earning: Earning) throws {
        for rule in try work.all(GivenTable.inForce(for: earning.event, at: earning.source.at)) {
            guard let member = rule.receiver(of: earning) else { continue }
            try work.run(RewardTable.lock(rule.reward))
            let earlier = try work.one(GivenTable.earlier(rule.key, to: member, for: earning.source.event))
            guard !earlier.isSame, earlier.count < rule.perMember.wire else { continue }
            let giver = Gift.Giver.rule(rule.key, rule.version, earning.source.event)
            let gift = Gift(reward: rule.reward, member: member, units: .one, reason: rule.title, giver: giver)
            _ = try give(gift)
        }
    }
}
