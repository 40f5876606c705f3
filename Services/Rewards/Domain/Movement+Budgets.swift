import Models
import RewardsAPI

extension Movement {
    /// A programme or a group gets something to award. It comes from the first issuer: budgets are funded seldom.
    static func funding(
        _ amount: PointAmount,
        of asset: Asset,
        to budget: BudgetKey,
        by actor: Actor,
        because reason: Sentence,
        id: Transfer.ID,
        at now: Instant
    ) -> Movement {
        Movement(
            id: id,
            kind: .funding,
            amount: amount,
            debit: AccountID(.issuer, asset, "0"),
            credit: .budget(budget, asset),
            cause: .hand(actor, reason),
            at: now
        )
    }

    /// A programme or a group gives back what it is not to award any more, to where it came from.
    static func withdrawal(
        _ amount: PointAmount,
        of asset: Asset,
        from budget: BudgetKey,
        by actor: Actor,
        because reason: Sentence,
        id: Transfer.ID,
        at now: Instant
    ) -> Movement {
        Movement(
            id: id,
            kind: .withdrawal,
            amount: amount,
            debit: .budget(budget, asset),
            credit: AccountID(.issuer, asset, "0"),
            cause: .hand(actor, reason),
            at: now
        )
    }
}
