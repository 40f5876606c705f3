import Hosting
import Models
import RewardsAPI
import TypedSQL

/// What members order or are given, within a transaction: the pieces, the order, and the task to hand it over.
struct Orders {
    let work: Work<RewardsService>

    init(_ work: Work<RewardsService>) { self.work = work }

    func place(_ order: Order) throws {
        let record = order.record
        try work.run(RedemptionTable.insert(order))
        let task = TaskRecord(
            id: work.id(StaffTask.self),
            kind: .handOver,
            member: record.member,
            redemption: record.id,
            dueAt: work.now + work.service.settings.handOver
        )
        try work.run(TaskTable.insert(task))
    }

    /// Writes down what has become of it.
    ///
    /// - Parameter order: with the state, payment and notes that it has from now on.
    /// - Returns: whether it was still in the state that it was read in.
    func move(_ order: Order, from state: RedemptionState, by actor: Actor) throws -> Bool {
        guard try work.run(RedemptionTable.move(order, from: state, by: actor, at: work.now)) == 1 else { return false }
        if state == .ordered { try work.run(TaskTable.complete(order.record.id, by: actor, at: work.now)) }
        return true
    }

    /// The pieces can be had again, and so can what the member may have of them.
    func putBack(_ order: Order) throws {
        let record = order.record
        try work.run(RewardTable.giveBack(record.units, of: record.reward))
        guard order.hold != nil else { return }
        try work.run(AllotmentTable.giveBack(record.units, of: record.reward, by: record.member))
        if let period = order.period {
            try work.run(AllotmentTable.giveBack(record.units, of: record.reward, by: record.member, in: period))
        }
    }
}

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
