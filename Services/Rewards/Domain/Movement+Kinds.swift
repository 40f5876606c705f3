import Models
import RewardsAPI

extension Movement {
    /// Points that a person or a backend gives.
    /// - Parameter due: when the member gets them; nil for at once.
    static func award(
        _ amount: PointAmount,
        of asset: Asset = .points,
        to member: Member.ID,
        by actor: Actor,
        because reason: Sentence,
        due: Instant? = nil,
        id: Transfer.ID,
        at now: Instant
    ) -> Movement {
        Movement(
            id: id,
            kind: .award,
            amount: amount,
            debit: actor.member == nil ? .issuer(of: asset, for: member) : AccountID(.adjustment, asset),
            credit: due == nil ? .member(member, asset) : .pending(member, asset),
            cause: .hand(actor, reason),
            at: now,
            dueAt: due
        )
    }

    /// Points that a rule gives for an event.
    static func award(
        _ amount: PointAmount,
        by rule: EarningRule,
        to member: Member.ID,
        for earning: Earning,
        id: Transfer.ID,
        at now: Instant
    ) -> Movement {
        let asset = rule.terms.asset ?? .points
        let wait = rule.terms.pending ?? Seconds(0)
        let due = wait > Seconds(0) ? earning.source.at + wait : nil
        return Movement(
            id: id,
            kind: .award,
            amount: amount,
            debit: rule.budget(for: earning) ?? .issuer(of: asset, for: member),
            credit: due == nil ? .member(member, asset) : .pending(member, asset),
            cause: .rule(rule.id, rule.version, earning.source),
            at: now,
            dueAt: due
        )
    }

    /// Points that are set aside for an order, or by a backend with a reason.
    static func hold(
        _ amount: PointAmount,
        on account: AccountID,
        cause: Cause,
        due: Instant? = nil,
        id: Transfer.ID,
        at now: Instant
    ) -> Movement {
        Movement(
            id: id,
            kind: .hold,
            amount: amount,
            debit: account,
            credit: account.house(.redemption),
            cause: cause,
            at: now,
            dueAt: due
        )
    }

    /// Points that a backend charges at once.
    static func payment(
        _ amount: PointAmount,
        from account: AccountID,
        by actor: Actor,
        because reason: Sentence,
        id: Transfer.ID,
        at now: Instant
    ) -> Movement {
        Movement(
            id: id,
            kind: .payment,
            amount: amount,
            debit: account,
            credit: account.house(.redemption),
            cause: .hand(actor, reason),
            at: now
        )
    }

    /// Points that one member gives another.
    static func gift(
        _ amount: PointAmount,
        of asset: Asset,
        from giver: Member.ID,
        to receiver: Member.ID,
        because reason: Sentence,
        id: Transfer.ID,
        at now: Instant
    ) -> Movement {
        Movement(
            id: id,
            kind: .gift,
            amount: amount,
            debit: .member(giver, asset),
            credit: .member(receiver, asset),
            cause: .hand(.member(giver), reason),
            at: now
        )
    }

    static func expiry(of lot: OpenLot, on account: AccountID, id: Transfer.ID, at now: Instant) -> Movement {
        Movement(
            id: id,
            kind: .expiry,
            amount: lot.left,
            debit: account,
            credit: account.house(.breakage),
            cause: .age(of: lot.id),
            at: now
        )
    }

    /// New points pay what the member owes.
    static func settlement(_ amount: PointAmount, on account: AccountID, id: Transfer.ID, at now: Instant) -> Movement {
        Movement(
            id: id,
            kind: .settlement,
            amount: amount,
            debit: account,
            credit: account.sibling(.receivable),
            cause: .debt,
            at: now
        )
    }
}
