public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GetLevel: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> LevelStanding {
        try await context.read(of: member, for: reader, refusing: Refusal.self) { [now = context.now] tx, id in
            guard let programme = try tx.first(LevelTable.programme(on: now.day)) else { throw Refusal.noLevels }
            return try tx.standing(of: id, in: programme, at: now)
        }
    }
}
