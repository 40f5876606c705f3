import Hosting
import Models
import RewardsAPI
import TypedSQL

extension RewardsService {
    /// Ends what has reached its time: holds lapse, and members get what was pending. Each in a transaction of its own,
    /// and by the same commands by which somebody would end it by hand, so that of two who do it at once one does.
    ///
    /// - Throws: what went wrong with the last one that could not be ended, after all others were.
    static func endWhatIsDue(in context: Context<RewardsService>) async throws {
        var failure: (any Error)?
        var failed: Set<Transfer.ID> = []
        while true {
            let due = try await context.read { [now = context.now, failed] tx in
                try tx.all(OpenTransferTable.due(at: now, limit: 200 + failed.count)).filter { !failed.contains($0.id) }
            }
            guard !due.isEmpty else { break }
            for open in due {
                do { try await end(open, in: context) } catch {
                    failure = error
                    failed.insert(open.id)
                }
                try Task.checkCancellation()
            }
        }
        if let failure { throw failure }
    }

    private static func end(_ due: OpenTransfer, in context: Context<RewardsService>) async throws {
        try await context.write(isolation: .readCommitted) { work in
            let ledger = Ledger(work)
            guard let open = try ledger.begin(ending: due.id, due.kind) else { return }
            switch open.kind {
            case .hold: try ledger.freeHold(open, .lapse)
            default: try ledger.release(open, expiresAt: work.now + work.service.settings.lifetime)
            }
        }
    }
}
