public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension FulfilRedemption: Handled {
    /// Read committed, as in `RedeemReward`: the first statement that moves the order on wins, and rows are taken in the
    /// same order: reward, allotment, account.
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> RedemptionRecord {
        try await context.write(isolation: .readCommitted) { work in
            guard let before = try work.first(RedemptionTable.find(redemption)) else {
                throw Refusal.redemptionUnknown
            }
            guard let state = outcome.state(after: before.record.state) else { throw Refusal.redemptionClosed }
            let orders = Orders(work)
            if state.isOver { try orders.putBack(before) }
            if state == .returned, try !orders.takeCouponsBack(of: redemption) { throw Refusal.couponUsed }
            var order = before
            order.payment = try work.refusing(as: Refusal.self) { ledger in try settle(before, ledger, in: work) }
            (order.record.state, order.record.closedAt) = (state, work.now)
            if state.isOver {
                order.record.remark = note
            } else {
                order.record.tracking = note ?? before.record.tracking
            }
            guard try orders.move(order, from: before.record.state, by: staff.actor) else {
                throw Refusal.redemptionClosed
            }
            if state == .delivered { try tell(order.record, in: work) }
            return order.record
        }
    }

    /// - Returns: the payment of the order from now on; nil where it has none.
    private func settle(_ order: Order, _ ledger: Ledger, in work: Work<RewardsService>) throws -> Transfer.ID? {
        guard let hold = order.hold, let price = order.record.paid else { return nil }
        switch outcome {
        case .shipped, .delivered:
            if let payment = order.payment { return payment }
            return try ledger.postHold(try open(hold, ledger), price).id
        case .cancelled:
            try ledger.freeHold(try open(hold, ledger), .void)
            return nil
        case .returned:
            guard let payment = order.payment else { throw Ledger.Broken() }
            let paid = try work.one(TransferTable.posted(payment))
            guard try ledger.refund(paid, price, nil) != nil else { throw Refusal.redemptionClosed }
            return payment
        }
    }

    private func open(_ hold: Transfer.ID, _ ledger: Ledger) throws -> OpenTransfer {
        guard let open = try ledger.begin(ending: hold, .hold) else { throw Refusal.redemptionClosed }
        return open
    }

    private func tell(_ record: RedemptionRecord, in work: Work<RewardsService>) throws {
        try work.publish(
            RewardFulfilled(redemption: record.id, reward: record.reward, member: record.member)
        )
    }
}
