import Models
import RewardsAPI

/// A version of a rule, and when a later one took its place.
struct RuleSpan: Sendable {
    let rule: EarningRule
    /// Nil where none has.
    let replacedAt: Instant?

    func holds(at moment: Instant) -> Bool { rule.from <= moment && replacedAt.map { moment < $0 } ?? true }
}

/// The rules for several events, read once; each event is held against those that were in force at its own moment.
struct RuleBook: Sendable {
    /// By key.
    let spans: [EarningEvent: [RuleSpan]]
    /// Events that may bring gifts.
    let gifts: Set<EarningEvent>

    func inForce(for earning: Earning) -> [EarningRule] {
        (spans[earning.event] ?? []).filter { $0.holds(at: earning.source.at) }.map(\.rule)
    }

    /// Whether all that the event brings about is decided by itself, and not by what other events before it changed.
    func isUsual(_ earning: Earning) -> Bool {
        if earning.event.movesJoining || gifts.contains(earning.event) { return false }
        return !inForce(for: earning).contains(where: \.asksForFacts)
    }
}

/// An event that earns, and where it was told.
struct FollowedEarning: Hashable, Sendable {
    let earning: Earning
    /// In the log of the service that told it; 0 for what backends tell.
    let position: LogPosition
    var trace: String?
}

extension EarningEvent {
    /// Whether it brings a member a step further towards the first contribution, which pays for the invitation.
    var movesJoining: Bool { self == .memberRegistered || self == .profileCompleted }
}
