public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension FulfilRedemption: Handled {
    /// Read committed, as in `RedeemReward`: the first statement that moves the order on wins, and rows are taken in the
    /// same order: reward, allotment, account.
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> RedemptionRecord {
        try await context.write(isolation: .readCommitted) { work in
            guard let order = try work.first(RedemptionTable.find(redemption)) else { throw Refusal.redemptionUnknown }
            guard let state = outcome.state(after: order.record.state) else { throw Refusal.redemptionClosed }
            if state.isOver { try putBack(order.record, in: work) }
            let paid = try work.refusing(as: Refusal.self) { ledger in try settle(order, ledger, in: work) }
            let after = Order(record: order.record, hold: order.hold, payment: paid)
            guard try work.run(RedemptionTable.move(after, to: state, by: staff.actor, at: work.now)) == 1 else {
                throw Refusal.redemptionClosed
            }
            if state == .delivered { try tell(order.record, in: work) }
            var record = order.record
            (record.state, record.closedAt) = (state, work.now)
            return record
        }
    }

    private func putBack(_ record: RedemptionRecord, in work: Work<RewardsService>) throws {
        try work.run(RewardTable.giveBack(record.units, of: record.reward))
        try work.run(AllotmentTable.giveBack(record.units, of: record.reward, by: record.member))
    }

    /// - Returns: the payment of the order from now on; nil where it has none.
    private func settle(_ order: Order, _ ledger: Ledger, in work: Work<RewardsService>) throws -> Transfer.ID? {
        switch outcome {
        case .shipped, .delivered:
            if let payment = order.payment { return payment }
            return try ledger.postHold(try hold(of: order, ledger), order.record.paid).id
        case .cancelled:
            try ledger.freeHold(try hold(of: order, ledger), .void)
            return nil
        case .returned:
            guard let payment = order.payment else { throw Ledger.Broken() }
            let paid = try work.one(TransferTable.posted(payment))
            guard try ledger.refund(paid, order.record.paid, nil) != nil else { throw Refusal.redemptionClosed }
            return payment
        }
    }

    private func hold(of order: Order, _ ledger: Ledger) throws -> OpenTransfer {
        guard let open = try ledger.begin(ending: order.hold, .hold) else { throw Refusal.redemptionClosed }
        return open
    }

    private func tell(_ record: RedemptionRecord, in work: Work<RewardsService>) throws {
        try work.publish(
            RewardFulfilled(redemption: record.id, reward: record.reward, member: record.member)
        )
    }
}
