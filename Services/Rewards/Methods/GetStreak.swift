public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GetStreak: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> Streaks {
        let id = try await context.member(member, for: reader, refusing: Refusal.self)
        let days = try await context.read { tx in try tx.all(ContributionTable.perDay(of: id)).map(\.day) }
        let today = context.now.day
        return Streaks(
            member: id,
            days: try Streak(of: days, on: today, span: 1),
            weeks: try Streak(of: days, on: today, span: 7)
        )
    }
}
