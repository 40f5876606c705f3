public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GetLevels: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> LevelProgramme {
        let programme = try await context.read { [day = context.now.day] tx in
            try tx.first(LevelTable.programme(on: day))
        }
        guard let programme else { throw Refusal.noLevels }
        return programme
    }
}
