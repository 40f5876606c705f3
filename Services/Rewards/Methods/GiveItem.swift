public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GiveItem: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> MemberCollection {
        try await context.write { work in
            guard let terms = try work.first(CollectionTable.find(collection)) else {
                throw Refusal.collectionUnknown
            }
            guard terms.items.contains(where: { $0.key == item }) else { throw Refusal.itemUnknown }
            let give = CollectionTable.give(
                item,
                of: collection,
                to: member,
                by: staff.actor,
                because: reason,
                at: work.now
            )
            guard try work.run(give) == 1 else { throw Refusal.itemHeld }
            try CollectionReview(work).complete(terms, by: member)
            return try work.transaction.collected([terms], by: member)[0]
        }
    }
}
