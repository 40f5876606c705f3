public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ListGaps: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> GapList {
        let limit = limit ?? .standard
        return try await context.read { tx in
            let rows = try tx.all(ReconciliationTable.page(of: kind, after: after?.key ?? "", limit: limit))
            let page = Page(surplus: rows, limit: limit, key: \.key)
            return GapList(items: page.items, next: page.next, logs: try tx.all(ReconciliationTable.logs))
        }
    }
}
