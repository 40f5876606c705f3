public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ListDraws: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> Page<DrawRecord> {
        let limit = limit ?? .standard
        let draws = try await context.read { tx in
            try tx.withSources(tx.all(DrawTable.page(in: state, after: after?.key ?? "", limit: limit)))
        }
        return Page(surplus: draws, limit: limit) { $0.id.wire }
    }
}
