import Models
import RewardsAPI

/// What a rule may ask of a member beside the event. It is kept with the event, because it may change afterwards and an
/// award is explained by what was true of it.
struct MemberFacts: Codable, Hashable, Sendable {
    /// At the end of the day (UTC) before the event, so that nothing of the same day changes it.
    var level: LevelKey?
    /// As it is known when the event is met first.
    var customerType: CustomerType?
}

extension EarningRule {
    /// Whether a condition of it looks at who the member is. Finding that out costs reads that most rules do not need.
    var asksForFacts: Bool {
        let all = (terms.conditions ?? []) + (terms.multipliers ?? []).flatMap { $0.conditions ?? [] }
        return all.contains { $0.about == .level || $0.about == .customerType }
    }
}

extension Earning {
    /// Everybody whom a rule could pay for it.
    var members: Set<Member.ID> {
        Set(content.people.values).union((content.shares ?? []).map(\.member)).union(content.chain ?? [])
    }
}
