import Hosting
import Models
import RewardsAPI
import TypedSQL

extension Ledger {
    /// Notes that a movement was refused under the id that its caller chose, and what there was at that moment.
    ///
    /// - Returns: false where the id is taken.
    func refuse(_ movement: Movement, as refusal: String) throws -> Bool {
        guard try work.run(TransferTable.refuse(movement, as: refusal)) == 1 else { return false }
        let account = movement.debit.member == nil ? movement.credit : movement.debit
        let refused = RefusedTransfer(
            account: account.member == nil ? nil : account,
            bound: try bound(of: movement, refusal)
        )
        try work.run(RefusedTable.insert(refused, movement.id))
        return true
    }

    private func bound(of movement: Movement, _ refusal: String) throws -> Points? {
        switch refusal {
        case Obstacle.insufficient.rawValue:
            try work.transaction.balance(of: movement.debit, at: now)?.available ?? .zero
        case AwardRefusal.amountTooLarge.rawValue: work.service.settings.largestAward.points
        case AwardRefusal.approvalNeeded.rawValue: work.service.settings.adjustmentLimit.points
        default: nil
        }
    }
}
