public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ReturnOutlay: Handled {
    /// Read committed: how much has come back is counted by a guarded single statement.
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> OutlayRecord {
        try await context.write(isolation: .readCommitted) { work in
            guard let found = try work.first(OutlayTable.find(outlay)) else { throw Refusal.outlayUnknown }
            guard let id = found.payout else { throw Refusal.outlayNotPaid }
            let payout = try work.one(TransferTable.posted(id))
            guard let part = try amount ?? Ledger(work).rest(of: payout) else { throw Refusal.outlayReturned }
            let remark = Movement.Remark(actor: staff.actor, reason: reason)
            let isLeft = try work.refusing(as: Refusal.self) { ledger in try ledger.payBack(payout, part, remark) }
            guard isLeft else { throw Refusal.outlayReturned }
            return try work.one(OutlayTable.find(outlay))
        }
    }
}
