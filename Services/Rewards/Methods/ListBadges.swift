public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ListBadges: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> Page<BadgeTerms> {
        let limit = limit ?? .standard
        let badges = try await context.read { tx in
            try tx.all(BadgeTable.page(after: after?.key ?? "", limit: limit))
        }
        return Page(surplus: badges, limit: limit) { $0.key.wire }
    }
}
