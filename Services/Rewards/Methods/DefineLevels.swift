public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension DefineLevels: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> LevelProgramme {
        try await context.write { work in
            let version = try RuleVersion(wire: work.one(LevelTable.lastVersion) + 1)
            let programme = try programme(version: version, at: work.now)
            try work.run(LevelTable.insert(programme, by: staff.actor, at: work.now))
            return programme
        }
    }
}
