public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ListOutlays: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> Page<OutlayRecord> {
        let actor = reader.isStaff ? nil : reader.bearer.actor
        let limit = limit ?? .standard
        let outlays = try await context.read { tx in
            try tx.all(OutlayTable.page(of: group, in: state, by: actor, after: after?.key ?? "", limit: limit))
        }
        return Page(surplus: outlays, limit: limit) { $0.id.wire }
    }
}
