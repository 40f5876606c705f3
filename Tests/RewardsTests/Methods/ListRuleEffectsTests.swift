import Contract
import Hosting
import IdentityAPI
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

/// Awards, points, members, what was not paid and what the budget has left, by the period of the event.
@Test(arguments: TestEngine.allCases)
func ruleEffectsSayWhatEachRuleCost(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, noor) = (host.member("Ines"), host.member("Noor"))
        try await host.fund("club", 100)
        let begin = host.clock.now
        try await host.rule("helped", custom("helped"), .member, 30, terms: RuleTerms(budget: BudgetKey(wire: "club")))
        try await host.rule("quiet", custom("quiet"), .member, 5)
        let first = try await host.record("custom.helped", ines)
        try await host.record("custom.helped", ines)
        try await host.record("custom.helped", noor)
        try await host.record("custom.helped", noor)
        try await host.reverse(first.awards[0].transfer, 10)
        let effects = try await host.call(ListRuleEffects(), as: host.staff()).items
        #expect(effects.map(\.rule.wire) == ["helped", "quiet"])
        let helped = effects[0]
        #expect(helped.awards.wire == 3 && helped.awarded.wire == 90 && helped.takenBack.wire == 10)
        #expect(helped.members.wire == 2 && helped.left?.wire == 10)
        let skip = SkipCount(reason: .budgetSpent, awards: try Count(wire: 1))
        #expect(helped.skipped == [skip])
        #expect(effects[1].awards == .zero && effects[1].left == nil)
        let earlier = ListRuleEffects(until: begin)
        #expect(try await host.call(earlier, as: host.staff()).items.allSatisfy { $0.awards == .zero })
        let page = try await host.call(ListRuleEffects(limit: PageLimit(wire: 1)), as: host.staff())
        let rest = try await host.call(ListRuleEffects(after: page.next), as: host.staff())
        #expect(page.items + rest.items == effects)
        await #expect(throws: ListRuleEffects.Refusal.periodEmpty) {
            try await host.call(ListRuleEffects(from: begin, until: begin), as: host.staff())
        }
    }
}
