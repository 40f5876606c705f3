public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ListAdjustments: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> Page<Adjustment> {
        let limit = limit ?? .standard
        let rows = try await context.read { tx in
            try tx.all(AdjustmentTable.page(state, member, after: after?.key ?? "", limit: limit))
        }
        return Page(surplus: rows, limit: limit) { $0.id.wire }
    }
}
