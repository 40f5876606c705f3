public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension DefineRule: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> EarningRule {
        try await context.write { work in
            let (id, version) = try work.one(RuleTable.next(key, fresh: work.id(Rule.self)))
            let limit = work.service.settings.largestAward
            let rule = try rule(id: id, version: version, limit: limit, at: work.now)
            try work.run(RuleTable.insert(rule, by: staff.actor, at: work.now))
            return rule
        }
    }
}
