import Models
import RewardsAPI

// What a group gets from its budget for an activity, and gives back.

extension Movement {
    static func payout(of outlay: OutlayRecord, by actor: Actor, id: Transfer.ID, at now: Instant) -> Movement {
        Movement(
            id: id,
            kind: .payout,
            amount: outlay.amount,
            debit: .budget(BudgetKey(outlay.group), outlay.asset),
            credit: .activity(outlay.group, outlay.asset),
            cause: .hand(actor, outlay.purpose),
            at: now
        )
    }

    static func payback(
        of payout: PostedTransfer,
        _ amount: PointAmount,
        _ remark: Remark,
        id: Transfer.ID,
        at now: Instant
    ) -> Movement {
        Movement(
            id: id,
            kind: .payback,
            amount: amount,
            debit: payout.credit,
            credit: payout.debit,
            cause: .reversal(of: payout.id, remark),
            at: now
        )
    }
}
