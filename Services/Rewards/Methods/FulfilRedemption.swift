public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension FulfilRedemption: Handled {
    /// Read committed, as in `RedeemReward`: the first statement that closes wins, and rows are taken in the same order.
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> RedemptionRecord {
        try await context.write(isolation: .readCommitted) { work in
            guard let paid = try work.first(RedemptionTable.find(redemption)) else { throw Refusal.redemptionUnknown }
            let state: RedemptionState = outcome == .delivered ? .delivered : .cancelled
            let close = RedemptionTable.close(redemption, as: state, by: staff.actor, at: work.now)
            guard try work.run(close) == 1 else { throw Refusal.redemptionClosed }
            switch outcome {
            case .delivered: try tell(paid.record, in: work)
            case .cancelled: try undo(paid, in: work)
            }
            var record = paid.record
            (record.state, record.closedAt) = (state, work.now)
            return record
        }
    }

    private func tell(_ record: RedemptionRecord, in work: Work<RewardsService>) throws {
        try work.publish(
            RewardFulfilled(redemption: record.id, reward: record.reward, member: record.member)
        )
    }

    private func undo(_ paid: PaidRedemption, in work: Work<RewardsService>) throws {
        let record = paid.record
        try work.run(RewardTable.giveBack(record.units, of: record.reward))
        try work.run(AllotmentTable.giveBack(record.units, of: record.reward, by: record.member))
        let refund = Movement.refund(
            of: paid.transfer,
            record.paid,
            to: record.member,
            id: work.id(Transfer.self),
            at: work.now
        )
        try Ledger(transaction: work.transaction, now: work.now).refund(refund, of: paid.transfer)
    }
}
