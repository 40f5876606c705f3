import Models
import RewardsAPI

/// Points that move from one account to another, or are held where they are, and why. Once written it never changes.
struct Movement: Hashable, Sendable {
    let id: Transfer.ID
    let kind: TransferKind
    let amount: PointAmount
    /// The account that is charged, and the one that receives.
    let debit: AccountID
    let credit: AccountID
    let cause: Cause
    let at: Instant
    /// When a hold lapses or a pending award is released; nil where it stays until somebody ends it.
    var dueAt: Instant?

    enum Cause: Hashable, Sendable {
        case rule(Rule.ID, RuleVersion, Source)
        case hand(Actor, Sentence)
        /// A member ordered a reward.
        case order
        /// Part or all of an earlier transfer is undone, by somebody with a reason or because an order was returned.
        case reversal(of: Transfer.ID, Remark?)
        /// A hold or a pending award ends.
        case conclusion(of: Transfer.ID)
        case age(of: Lot.ID)
        /// New points pay an old debt.
        case debt
    }

    /// The event that points were given for.
    struct Source: Hashable, Sendable {
        let event: Occurrence.ID
        let at: Instant
    }

    /// Who did something by hand, and why.
    struct Remark: Hashable, Sendable {
        let actor: Actor
        let reason: Sentence
    }

    /// When that happened which the points are for; it is earlier than `at` where an event was read late.
    var happenedAt: Instant { if case .rule(_, _, let source) = cause { source.at } else { at } }

    /// Whose points change; nil where only the house's do.
    var member: Member.ID? { debit.member ?? credit.member }

    /// Whether points go from one account to the other; holds and their release only set them aside.
    var isPosted: Bool { kind.isPosted }

    /// What must be the same where the same id comes again. The moment is not part of it, nor who repeats it.
    var payload: String {
        let text = "\(kind.rawValue) \(amount.wire) \(debit.asset.rawValue) to \(credit.rawValue)"
        return switch cause {
        case .rule(let rule, _, let source): "\(text) by \(rule) for \(source.event)"
        case .hand(_, let reason): "\(text) from \(hand) because \(reason)"
        case .order: "\(text) from \(debit.rawValue)"
        case .reversal(let original, let remark): "\(text) reversing \(original) because \(remark?.reason.wire ?? "")"
        case .conclusion(let earlier): "\(text) ending \(earlier)"
        case .age(let lot): "\(text) from \(lot)"
        case .debt: "\(text) from \(debit.rawValue)"
        }
    }

    /// Goodwill of a person and an award of a backend differ in the account that they come from, and may repeat each
    /// other all the same.
    private var hand: String { kind == .award ? "the house" : debit.rawValue }
}

extension TransferKind {
    /// Whether points change accounts, each of which then has an entry.
    var isPosted: Bool {
        switch self {
        case .hold, .void, .lapse: false
        default: true
        }
    }

    /// Whether it adds to what a member has earned.
    var earns: Bool { self == .award || self == .release }
}
