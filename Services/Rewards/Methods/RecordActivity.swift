public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension RecordActivity: Handled {
    /// Read committed is enough: the event is claimed by an insert, and caps, budgets and accounts change by guarded
    /// single statements. `RecordActivityRaceTests` shows it.
    public func respond(to backend: Backend, in context: Context<RewardsService>) async throws -> ActivityReceipt {
        let id = event ?? context.id(Occurrence.self)
        let earning = try earning(id: id, at: context.now)
        return try await context.write(isolation: .readCommitted) { work in
            try work.refusing(as: Refusal.self) { _ in try Awards(work).follow(earning, at: .start) }
            let kept = try work.one(EarningEventTable.find(id))
            guard repeats(kept, earning) else { throw Refusal.eventDiffers }
            return ActivityReceipt(
                event: id,
                awards: try work.all(TransferTable.awards(for: id)),
                skipped: try work.all(SkipTable.all(for: id))
            )
        }
    }
}
