public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension SetLevel: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> LevelStanding {
        try await context.write { work in
            guard let programme = try work.first(LevelTable.programme(on: work.now.day)) else { throw Refusal.noLevels }
            try work.run(LevelGrantTable.endGrants(of: member, by: staff.actor, because: reason, at: work.now))
            if let level {
                guard programme.place(of: level) >= 0 else { throw Refusal.levelUnknown }
                guard let until, until > work.now else { throw Refusal.periodEmpty }
                let grant = LevelGrant(level: level, until: until, reason: reason, by: staff.actor)
                try work.run(LevelGrantTable.grant(grant, to: member, id: work.id(LevelGranting.self), at: work.now))
            }
            try work.run(DueTable.mark(member))
            return try work.transaction.standing(of: member, in: programme, at: work.now)
        }
    }
}
