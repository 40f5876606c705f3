public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GetEngagementEffect: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> EngagementEffect {
        guard from < until else { throw Refusal.periodEmpty }
        let days = window?.wire ?? 30
        guard (1...366).contains(days) else { throw Refusal.windowTooLong }
        let length = days * 86_400_000_000
        let before = Period(from: Instant(microseconds: from.microseconds - length), until: from)
        let after = Period(from: until, until: until + .days(days))
        let isComplete = after.until <= context.now
        return try await context.read { tx in
            guard let rule = try tx.first(RuleTable.version(of: rule, at: until)) else { throw Refusal.ruleUnknown }
            let period = Period(from: from, until: until)
            let sums = try tx.all(EffectQueries.engagement(of: rule.id, in: period, before: before, after: after))
            return try EngagementEffect(sums, isComplete: isComplete)
        }
    }
}
