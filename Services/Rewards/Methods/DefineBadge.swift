public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension DefineBadge: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> BadgeTerms {
        let terms = try terms()
        return try await context.write { work in
            try work.run(BadgeTable.define(terms, by: staff.actor, at: work.now))
            if terms.criterion.kind != .hand { try work.run(DueTable.markAll) }
            return terms
        }
    }
}
