public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GetLevel: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> LevelStanding {
        switch Whose(asked: member, by: reader.bearer, isStaff: reader.bearer.isStaff(of: RewardsInterface.service)) {
        case .own(let id): return try await standing(of: id, mustBeKnown: false, in: context)
        case .any(let id): return try await standing(of: id, mustBeKnown: true, in: context)
        case .everybody: throw Refusal.memberNeeded
        case .hidden: throw Refusal.memberUnknown
        }
    }

    private func standing(of id: Member.ID, mustBeKnown: Bool, in context: Context<RewardsService>) async throws
        -> LevelStanding
    {
        try await context.read { [now = context.now] tx in
            if mustBeKnown, try !tx.knows(id) { throw Refusal.memberUnknown }
            guard let programme = try tx.first(LevelTable.programme(on: now.day)) else { throw Refusal.noLevels }
            return try tx.standing(of: id, in: programme, at: now)
        }
    }
}
