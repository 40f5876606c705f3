import Models
import RewardsAPI

/// A hold or a pending award that has not ended.
struct OpenTransfer: Hashable, Sendable {
    let id: Transfer.ID
    let kind: TransferKind
    /// Where the points are meanwhile.
    let account: AccountID
    let amount: PointAmount
    let dueAt: Instant?
}

// How what is open ends, and how what is posted is undone.

extension Movement {
    /// All or a part of what was held is paid.
    static func post(_ hold: OpenTransfer, _ amount: PointAmount, id: Transfer.ID, at now: Instant) -> Movement {
        ending(hold, .post, amount, to: hold.account.house(.redemption), id: id, at: now)
    }

    /// What was held can be spent again, because somebody said so (`void`) or its time was up (`lapse`).
    static func freeing(_ hold: OpenTransfer, _ kind: TransferKind, id: Transfer.ID, at now: Instant) -> Movement {
        ending(hold, kind, hold.amount, to: hold.account.house(.redemption), id: id, at: now)
    }

    /// The member gets what was pending.
    static func release(_ award: OpenTransfer, id: Transfer.ID, at now: Instant) -> Movement {
        ending(award, .release, award.amount, to: award.account.sibling(.member), id: id, at: now)
    }

    private static func ending(
        _ open: OpenTransfer,
        _ kind: TransferKind,
        _ amount: PointAmount,
        to credit: AccountID,
        id: Transfer.ID,
        at now: Instant
    ) -> Movement {
        Movement(
            id: id,
            kind: kind,
            amount: amount,
            debit: open.account,
            credit: credit,
            cause: .conclusion(of: open.id),
            at: now
        )
    }

    /// Points that were paid come back.
    static func refund(
        of payment: PostedTransfer,
        _ amount: PointAmount,
        _ remark: Remark? = nil,
        id: Transfer.ID,
        at now: Instant
    ) -> Movement {
        Movement(
            id: id,
            kind: .refund,
            amount: amount,
            debit: payment.credit,
            credit: payment.debit,
            cause: .reversal(of: payment.id, remark),
            at: now
        )
    }

    /// Points that were awarded are taken back from where they are, or are owed from now on.
    static func takingBack(
        _ award: PostedTransfer,
        _ amount: PointAmount,
        from account: AccountID,
        _ remark: Remark?,
        id: Transfer.ID,
        at now: Instant
    ) -> Movement {
        Movement(
            id: id,
            kind: account.kind == .receivable ? .debt : .reversal,
            amount: amount,
            debit: account,
            credit: account.house(.clawback),
            cause: .reversal(of: award.id, remark),
            at: now
        )
    }
}

/// A transfer of the journal, as far as undoing it needs it.
struct PostedTransfer: Hashable, Sendable {
    let id: Transfer.ID
    let kind: TransferKind
    let amount: PointAmount
    let debit: AccountID
    let credit: AccountID
}
