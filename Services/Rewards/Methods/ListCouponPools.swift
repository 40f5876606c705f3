public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ListCouponPools: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> Page<
        CouponPoolRecord
    > {
        let limit = limit ?? .standard
        let pools = try await context.read { [now = context.now] tx in
            try tx.all(CouponPoolTable.figures(nil, at: now, after: after?.key ?? "", limit: limit.count + 1))
        }
        return Page(surplus: pools, limit: limit) { $0.id.wire }
    }
}
