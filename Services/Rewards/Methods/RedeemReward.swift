public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension RedeemReward: Handled {
    /// Read committed is enough, and serializable would be worse: each check is the condition of the statement that
    /// changes, in the order reward, allotment, account, so of two callers one waits and then meets what the other left,
    /// where serializable would make it start again. `RedeemRaceTests` shows it.
    public func respond(to member: ActingMember, in context: Context<RewardsService>) async throws -> Receipt {
        let units = quantity ?? .one
        return try await context.write(isolation: .readCommitted) { work in
            let offer = try reserve(units, for: member.id, in: work)
            guard let cost = offer.cost(of: units) else { throw Refusal.insufficientPoints }
            let hold = Movement.hold(
                cost,
                on: .member(member.id, offer.asset),
                cause: .order,
                id: work.id(Transfer.self),
                at: work.now
            )
            let after = try work.refusing(as: Refusal.self) { ledger in try ledger.hold(hold) }
            guard let left = try after?.available() else { throw Ledger.Broken() }
            let order = order(units, of: offer, by: member.id, for: cost, heldBy: hold.id, in: work)
            try Orders(work).place(order)
            try tell(order.record, cost, in: work)
            _ = try Orders(work).deliverCoupons(order)
            return Receipt(
                redemption: order.record.id,
                reward: reward,
                units: units,
                paid: cost,
                asset: offer.asset,
                available: left
            )
        }
    }

    /// Takes the pieces out of the stock and out of what the member may have.
    private func reserve(_ units: Quantity, for member: Member.ID, in work: Work<RewardsService>) throws -> Offer {
        guard let offer = try work.first(RewardTable.find(reward)) else { throw Refusal.rewardUnknown }
        guard offer.isOpen(at: work.now) else { throw Refusal.notOffered }
        guard try offer.customerTypes == nil || offer.isFor(work.first(CustomerTypeTable.find(member))) else {
            throw Refusal.notEligible
        }
        guard try offer.minimumLevel.map({ try reaches($0, member, in: work) }) ?? true else {
            throw Refusal.levelTooLow
        }
        guard try work.run(RewardTable.take(units, of: reward)) == 1 else {
            let isThere = try work.one(RewardTable.find(reward)).withdrawnAt == nil
            throw isThere ? Refusal.outOfStock : Refusal.notOffered
        }
        guard try Orders(work).hasCoupons(for: reward, units) else { throw Refusal.outOfStock }
        guard try offer.allows(units) && allot(units, of: offer, to: member, in: work) else {
            throw Refusal.limitReached
        }
        return offer
    }

    /// Asked of the programme and of what the member did, and not of what the member was last told.
    private func reaches(_ level: LevelKey, _ member: Member.ID, in work: Work<RewardsService>) throws -> Bool {
        guard let programme = try work.first(LevelTable.programme(on: work.now.day)) else { return false }
        let standing = try work.transaction.standing(of: member, in: programme, at: work.now)
        return programme.reaches(level, with: standing.level)
    }

    private func allot(_ units: Quantity, of offer: Offer, to member: Member.ID, in work: Work<RewardsService>) throws
        -> Bool
    {
        guard try work.run(AllotmentTable.grant(units, of: offer, to: member)) == 1 else { return false }
        guard let limit = offer.perPeriod else { return true }
        let period = limit.per.start(of: work.now)
        return try work.run(AllotmentTable.grant(units, of: offer, to: member, in: period, limit: limit.pieces)) == 1
    }

    private func order(
        _ units: Quantity,
        of offer: Offer,
        by member: Member.ID,
        for paid: PointAmount,
        heldBy hold: Transfer.ID,
        in work: Work<RewardsService>
    ) -> Order {
        let record = RedemptionRecord(
            id: work.id(Redemption.self),
            reward: reward,
            member: member,
            units: units,
            paid: paid,
            asset: offer.asset,
            state: .ordered,
            orderedAt: work.now,
            closedAt: nil
        )
        return Order(record: record, hold: hold, period: offer.perPeriod?.per.start(of: work.now))
    }

    private func tell(_ record: RedemptionRecord, _ cost: PointAmount, in work: Work<RewardsService>) throws {
        try work.publish(
            RewardRedeemed(
                redemption: record.id,
                reward: record.reward,
                member: record.member,
                units: record.units,
                paid: cost,
                asset: record.asset
            )
        )
    }
}
