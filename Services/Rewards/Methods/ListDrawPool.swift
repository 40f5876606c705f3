public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ListDrawPool: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> Page<DrawEntry> {
        let limit = limit ?? .standard
        let place = try after.map { try Cursors.version($0) } ?? 0
        let entries = try await context.read { tx in
            guard let found = try tx.first(DrawTable.find(draw))?.draw else { throw Refusal.drawUnknown }
            guard found.closedAt != nil else { throw Refusal.drawOpen }
            return try tx.all(DrawTable.page(of: draw, after: place, limit: limit))
        }
        return Page(surplus: entries, limit: limit) { String($0.place?.wire ?? 0) }
    }
}
