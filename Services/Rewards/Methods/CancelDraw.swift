public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension CancelDraw: Handled {
    /// Read committed: the draw's row is locked first, and rows are then taken in the order draw, reward.
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> DrawRecord {
        try await context.write(isolation: .readCommitted) { work in
            try work.run(DrawTable.lock(draw))
            guard let found = try work.first(DrawTable.find(draw))?.draw else { throw Refusal.drawUnknown }
            if found.state == .done { throw Refusal.drawDone }
            if found.state == .cancelled { throw Refusal.drawCancelled }
            if let reward = found.reward { try work.run(RewardTable.giveBack(found.places, of: reward)) }
            try work.run(DrawTable.cancel(draw, because: reason, by: staff.actor, at: work.now))
            try work.publish(DrawCancelled(draw: draw))
            guard let outcome = try work.transaction.drawOutcome(draw) else { throw Ledger.Broken() }
            return outcome.draw
        }
    }
}

extension RewardsService {
    /// Gives back what entries of cancelled draws cost, each in a transaction of its own. What was given back stands in
    /// the journal, so doing it again finds the rest, and of two who do it at once one does.
    ///
    /// - Throws: what went wrong with the last one that could not be given back, after all others were.
    static func refundEntries(in context: Context<RewardsService>) async throws {
        var failure: (any Error)?
        var last: Transfer.ID?
        while true {
            let due = try await context.read { [last] tx in try tx.all(DrawTable.unrefunded(after: last, limit: 200)) }
            guard let end = due.last else { break }
            for payment in due {
                do { try await refund(payment, in: context) } catch { failure = error }
                try Task.checkCancellation()
            }
            last = end
        }
        if let failure { throw failure }
    }

    private static func refund(_ id: Transfer.ID, in context: Context<RewardsService>) async throws {
        try await context.write(isolation: .readCommitted) { work in
            let ledger = Ledger(work)
            let payment = try work.one(TransferTable.posted(id))
            guard let rest = try ledger.rest(of: payment) else { return }
            _ = try ledger.refund(payment, rest, nil)
        }
    }
}
