public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ListOffers: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> Page<Offer> {
        let limit = limit ?? .standard
        let offers = try await context.read { [now = context.now] tx in
            let person = isForMe == true ? try tx.person(reader.bearer.actor.member, at: now) : nil
            let filter = CatalogueFilter(kinds: kinds, person: person)
            let offers = try tx.all(RewardTable.open(at: now, filter, after: after?.key ?? "", limit: limit))
            return try tx.dressed(offers, in: language)
        }
        return Page(surplus: offers, limit: limit) { $0.id.wire }
    }
}
