public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GetPrivileges: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> PrivilegeList {
        switch Whose(asked: member, by: reader.bearer, isStaff: reader.bearer.isStaff(of: RewardsInterface.service)) {
        case .own(let id), .any(let id): return try await privileges(of: id, in: context)
        case .everybody: throw Refusal.memberNeeded
        case .hidden: throw Refusal.memberUnknown
        }
    }

    private func privileges(of id: Member.ID, in context: Context<RewardsService>) async throws -> PrivilegeList {
        try await context.read { [now = context.now] tx in
            guard let programme = try tx.first(LevelTable.programme(on: now.day)) else {
                return PrivilegeList(member: id, level: nil, privileges: [])
            }
            let level = try tx.standing(of: id, in: programme, at: now).level
            return PrivilegeList(member: id, level: level, privileges: programme.privileges(of: level))
        }
    }
}
