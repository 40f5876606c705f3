import Models
import RewardsAPI

/// Points that move from one account to another, and why. Once written it is never changed.
struct Movement: Hashable, Sendable {
    let id: Transfer.ID
    let kind: TransferKind
    let amount: PointAmount
    /// The account that is charged, and the one that receives.
    let debit: AccountID
    let credit: AccountID
    let cause: Cause
    let at: Instant

    enum Cause: Hashable, Sendable {
        case rule(Rule.ID, RuleVersion, Source)
        case hand(Actor, Sentence)
        case purchase
        case cancellation(of: Transfer.ID)
        case age(of: Lot.ID)
    }

    /// The event that points were given for.
    struct Source: Hashable, Sendable {
        let event: Occurrence.ID
        let at: Instant
    }

    /// When that happened which the points are for; it is earlier than `at` where an event was read late.
    var happenedAt: Instant { if case .rule(_, _, let source) = cause { source.at } else { at } }

    /// What must be the same where the same id comes again. The moment is not part of it, nor who repeats it.
    var payload: String {
        let text = "\(kind.rawValue) \(amount.wire) to \(credit.rawValue)"
        return switch cause {
        case .rule(let rule, _, let source): "\(text) by \(rule) for \(source.event)"
        case .hand(_, let reason): "\(text) because \(reason)"
        case .purchase: "\(text) from \(debit.rawValue)"
        case .cancellation(let original): "\(text) reversing \(original)"
        case .age(let lot): "\(text) from \(lot)"
        }
    }
}

extension Movement {
    static func award(
        _ amount: PointAmount,
        to member: Member.ID,
        by actor: Actor,
        because reason: Sentence,
        id: Transfer.ID,
        at now: Instant
    ) -> Movement {
        let source = actor.member == nil ? AccountID.issuer(for: member) : .adjustment
        let cause = Cause.hand(actor, reason)
        return Movement(
            id: id,
            kind: .award,
            amount: amount,
            debit: source,
            credit: .member(member),
            cause: cause,
            at: now
        )
    }

    static func award(
        by rule: EarningRule,
        to member: Member.ID,
        for source: Source,
        id: Transfer.ID,
        at now: Instant
    ) -> Movement {
        Movement(
            id: id,
            kind: .award,
            amount: rule.amount,
            debit: .issuer(for: member),
            credit: .member(member),
            cause: .rule(rule.id, rule.version, source),
            at: now
        )
    }

    static func payment(_ amount: PointAmount, by member: Member.ID, id: Transfer.ID, at now: Instant) -> Movement {
        Movement(
            id: id,
            kind: .redemption,
            amount: amount,
            debit: .member(member),
            credit: .redemption,
            cause: .purchase,
            at: now
        )
    }

    static func refund(
        of payment: Transfer.ID,
        _ amount: PointAmount,
        to member: Member.ID,
        id: Transfer.ID,
        at now: Instant
    ) -> Movement {
        Movement(
            id: id,
            kind: .refund,
            amount: amount,
            debit: .redemption,
            credit: .member(member),
            cause: .cancellation(of: payment),
            at: now
        )
    }

    static func expiry(of lot: OpenLot, on account: AccountID, id: Transfer.ID, at now: Instant) -> Movement {
        Movement(
            id: id,
            kind: .expiry,
            amount: lot.left,
            debit: account,
            credit: .breakage,
            cause: .age(of: lot.id),
            at: now
        )
    }
}
