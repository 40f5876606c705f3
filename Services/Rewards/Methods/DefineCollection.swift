public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension DefineCollection: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> CollectionTerms {
        try await context.write { work in
            if try work.first(CollectionTable.find(key)) != nil { throw Refusal.collectionExists }
            let terms = try terms()
            guard try work.run(CollectionTable.define(terms, by: staff.actor, at: work.now)) == 1 else {
                throw Refusal.collectionExists
            }
            if terms.items.contains(where: { $0.criterion.kind != .hand }) { try work.run(DueTable.markAll) }
            return terms
        }
    }
}
