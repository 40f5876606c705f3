public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GetStreak: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> Streaks {
        try await context.read(of: member, for: reader, refusing: Refusal.self) { [today = context.now.day] tx, id in
            let days = try tx.all(ContributionTable.perDay(of: id)).map(\.day)
            return Streaks(
                member: id,
                days: try Streak(of: days, on: today, span: 1),
                weeks: try Streak(of: days, on: today, span: 7)
            )
        }
    }
}
