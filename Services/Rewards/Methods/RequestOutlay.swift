public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension RequestOutlay: Handled {
    /// Read committed: that a group asks once is decided by the unique index.
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> OutlayRecord {
        let asset = asset ?? .points
        return try await context.write(isolation: .readCommitted) { work in
            guard try work.first(AccountTable.find(.budget(BudgetKey(group), asset))) != nil else {
                throw Refusal.budgetUnknown
            }
            let outlay = OutlayRecord(
                id: work.id(Outlay.self),
                group: group,
                activity: activity,
                amount: amount,
                asset: asset,
                purpose: purpose,
                requestedBy: reader.bearer.actor,
                requestedAt: work.now
            )
            guard try work.run(OutlayTable.insert(outlay)) == 1 else { throw Refusal.outlayOpen }
            try work.publish(OutlayRequested(outlay: outlay.id, group: group))
            return outlay
        }
    }
}
