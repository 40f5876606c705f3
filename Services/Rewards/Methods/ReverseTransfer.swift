public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ReverseTransfer: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> Reversal {
        try await context.write(isolation: .readCommitted) { work in
            guard let original = try work.first(TransferTable.posted(transfer)) else { throw Refusal.transferUnknown }
            guard try isReversible(original, in: work) else { throw Refusal.notReversible }
            guard let part = try amount ?? Ledger(work).rest(of: original) else { throw Refusal.alreadyReversed }
            let remark = Movement.Remark(actor: staff.actor, reason: reason)
            let movements = try work.refusing(as: Refusal.self) { ledger in
                original.kind == .award
                    ? try ledger.takeBack(original, part, remark)
                    : try ledger.refund(original, part, remark).map { [$0] }
            }
            guard let movements else { throw Refusal.alreadyReversed }
            return Reversal(of: transfer, part, movements)
        }
    }

    /// What a redemption paid comes back with what it paid for: by `rewards.fulfil`.
    private func isReversible(_ original: PostedTransfer, in work: Work<RewardsService>) throws -> Bool {
        switch original.kind {
        case .award, .payment: true
        case .post: try work.first(RedemptionTable.paid(by: original.id)) == nil
        default: false
        }
    }
}

extension Reversal {
    init(of original: Transfer.ID, _ amount: PointAmount, _ movements: [Movement]) {
        self.init(
            reverses: original,
            transfers: movements.map(\.id),
            amount: amount,
            owed: movements.first { $0.kind == .debt }?.amount.points ?? .zero
        )
    }
}
