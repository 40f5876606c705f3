public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GetPrivileges: Handled {
    /// Other services ask of members who may not have earned anything here yet: they have no level.
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> PrivilegeList {
        let now = context.now
        return try await context.read(of: member, for: reader, refusing: Refusal.self) { _, _ in
            true
        } _: { tx, id in
            guard let programme = try tx.first(LevelTable.programme(on: now.day)) else {
                return PrivilegeList(member: id, level: nil, privileges: [])
            }
            let level = try tx.standing(of: id, in: programme, at: now).level
            return PrivilegeList(member: id, level: level, privileges: programme.privileges(of: level))
        }
    }
}
