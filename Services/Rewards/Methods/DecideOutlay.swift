public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension DecideOutlay: Handled {
    /// Read committed: the request is locked before the budget is touched, and the budget pays by a guarded single
    /// statement, so of two requests for the last of it one is paid.
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> OutlayRecord {
        guard decision == .approve || reason != nil else { throw Refusal.reasonMissing }
        return try await context.write(isolation: .readCommitted) { work in
            guard var record = try work.first(OutlayTable.find(outlay)) else { throw Refusal.outlayUnknown }
            guard record.requestedBy != staff.actor else { throw Refusal.ownRequest }
            guard try work.run(OutlayTable.lock(outlay)) == 1 else { throw Refusal.outlayDecided }
            (record.decidedBy, record.decidedAt, record.remark) = (staff.actor, work.now, reason)
            record.state = decision == .approve ? .paid : .rejected
            if decision == .approve { record.payout = try pay(record, by: staff.actor, in: work) }
            guard try work.run(OutlayTable.decide(record)) == 1 else { throw Ledger.Broken() }
            try work.publish(OutlayDecided(outlay: outlay, group: record.group, decision: decision))
            return record
        }
    }

    private func pay(_ record: OutlayRecord, by actor: Actor, in work: Work<RewardsService>) throws -> Transfer.ID {
        let payout = Movement.payout(of: record, by: actor, id: work.id(Transfer.self), at: work.now)
        do {
            guard try Ledger(work).drawOn(payout) != nil else { throw Ledger.Broken() }
            return payout.id
        } catch Ledger.Obstacle.insufficient {
            throw Refusal.budgetShort
        } catch Ledger.Obstacle.stopped {
            throw Refusal.accountStopped
        }
    }
}
