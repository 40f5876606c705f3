public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ListRuleEffects: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> Page<RuleEffect> {
        guard let period = Period(from: from, until: until, now: context.now) else { throw Refusal.periodEmpty }
        let limit = limit ?? .standard
        return try await context.read { tx in
            let rules = try tx.all(RuleTable.latest(after: after?.key ?? "", limit: limit))
            let sums = try tx.all(EffectQueries.sums(in: period))
            let skips = try tx.all(EffectQueries.skips(in: period))
            let effects = try rules.map { rule in
                try RuleEffect(
                    rule,
                    sums.first { $0.rule == rule.id && $0.asset == rule.terms.asset ?? .points },
                    skips.filter { $0.rule == rule.id }.map(\.skip),
                    left: rule.budget.flatMap { try tx.first(AccountTable.find($0))?.balance }
                )
            }
            return Page(surplus: effects, limit: limit, key: \.rule.wire)
        }
    }
}

extension EarningRule {
    /// The budget that pays whatever the event; nil where the house pays, or each group.
    fileprivate var budget: AccountID? { terms.budget.map { .budget($0, terms.asset ?? .points) } }
}

extension RuleEffect {
    fileprivate init(_ rule: EarningRule, _ sum: RuleSum?, _ skipped: [SkipCount], left: Points?) throws {
        self.init(
            rule: rule.key,
            title: rule.title,
            asset: rule.terms.asset ?? .points,
            awards: sum?.awards ?? .zero,
            awarded: sum?.awarded ?? .zero,
            takenBack: sum?.takenBack ?? .zero,
            members: sum?.members ?? .zero,
            skipped: skipped,
            budget: rule.terms.budget,
            left: left
        )
    }
}
