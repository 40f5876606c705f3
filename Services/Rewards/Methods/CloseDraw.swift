public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension CloseDraw: Handled {
    /// Read committed: the draw's row is locked before the pool is read.
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> DrawRecord {
        try await context.write(isolation: .readCommitted) { work in
            try work.run(DrawTable.lock(draw))
            guard let found = try work.first(DrawTable.find(draw))?.draw else { throw Refusal.drawUnknown }
            guard found.state == .open else { throw Refusal.drawClosed }
            let seedFrom = max(seedFrom ?? found.seedFrom, found.seedFrom)
            guard seedFrom > work.now else { throw Refusal.seedKnown }
            return try work.closeDraw(draw, seedFrom: seedFrom)
        }
    }
}

extension Work<RewardsService> {
    /// The draw is open and locked.
    func closeDraw(_ draw: Draw.ID, seedFrom: Instant) throws -> DrawRecord {
        let hash = PoolText.digest(of: try all(DrawTable.pool(of: draw)))
        guard try run(DrawTable.close(draw, hash, seedFrom: seedFrom, at: now)) == 1,
            let outcome = try transaction.drawOutcome(draw)
        else { throw Ledger.Broken() }
        try publish(DrawClosed(draw: draw, pool: hash, seedFrom: seedFrom))
        return outcome.draw
    }
}

extension RewardsService {
    /// Publishes the pools of draws whose entries have ended, each in a transaction of its own. Those whose numbers could
    /// be known by now are left to staff, who name later numbers.
    static func closeDraws(in context: Context<RewardsService>) async throws {
        let due = try await context.read { [now = context.now] tx in try tx.all(DrawTable.due(at: now, limit: 100)) }
        for draw in due {
            try await context.write(isolation: .readCommitted) { work in
                try work.run(DrawTable.lock(draw))
                guard let found = try work.first(DrawTable.find(draw))?.draw, found.state == .open else { return }
                _ = try work.closeDraw(draw, seedFrom: found.seedFrom)
            }
            try Task.checkCancellation()
        }
    }
}
