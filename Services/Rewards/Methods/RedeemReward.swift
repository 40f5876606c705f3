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
                on: .member(member.id, .points),
                cause: .order,
                id: work.id(Transfer.self),
                at: work.now
            )
            let after = try work.refusing(as: Refusal.self) { ledger in try ledger.hold(hold) }
            guard let left = try after?.available() else { throw Ledger.Broken() }
            let record = order(units, by: member.id, for: cost, in: work)
            try work.run(RedemptionTable.insert(record, heldBy: hold.id))
            try work.publish(
                RewardRedeemed(redemption: record.id, reward: reward, member: member.id, units: units, paid: cost)
            )
            return Receipt(redemption: record.id, reward: reward, units: units, paid: cost, available: left)
        }
    }

    /// Takes the pieces out of the stock and out of what the member may have.
    private func reserve(_ units: Quantity, for member: Member.ID, in work: Work<RewardsService>) throws -> Offer {
        guard let offer = try work.first(RewardTable.find(reward)) else { throw Refusal.rewardUnknown }
        guard offer.isOpen(at: work.now) else { throw Refusal.notOffered }
        guard try work.run(RewardTable.take(units, of: reward)) == 1 else { throw Refusal.outOfStock }
        guard offer.allows(units), try work.run(AllotmentTable.grant(units, of: offer, to: member)) == 1 else {
            throw Refusal.limitReached
        }
        return offer
    }

    private func order(
        _ units: Quantity,
        by member: Member.ID,
        for paid: PointAmount,
        in work: Work<RewardsService>
    ) -> RedemptionRecord {
        RedemptionRecord(
            id: work.id(Redemption.self),
            reward: reward,
            member: member,
            units: units,
            paid: paid,
            state: .ordered,
            orderedAt: work.now,
            closedAt: nil
        )
    }
}
