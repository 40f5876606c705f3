public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ListCollections: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> [MemberCollection] {
        try await context.read(of: member, for: reader, refusing: Refusal.self) { tx, id in
            try tx.collected(try tx.all(CollectionTable.all), by: id)
        }
    }
}

extension Transaction {
    func collected(_ collections: [CollectionTerms], by member: Member.ID) throws -> [MemberCollection] {
        let items = try all(CollectionTable.items(of: member))
        let completions = try all(CollectionTable.completions(of: member))
        return collections.map { terms in
            MemberCollection(
                collection: terms.key,
                title: terms.title,
                items: terms.items.map { item in
                    let own = items.first { $0.collection == terms.key && $0.item == item.key }
                    return MemberItem(item: item.key, title: item.title, since: own?.since)
                },
                completedAt: completions.first { $0.collection == terms.key }?.at
            )
        }
    }
}
