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

/// What was paid for joining is divided by those who qualified, invited or not.
@Test(arguments: TestEngine.allCases)
func acquisitionIsDividedByThoseWhoQualified(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let people = ["Ada", "Ben", "Cia", "Dan"].map { host.member($0) }
        try await host.defineReferral()
        try await host.rule("profile", .profileCompleted, .member, 15)
        try await host.rule("helped", custom("helped"), .member, 7)
        try await host.qualify(people[0], invitedBy: nil)
        try await host.qualify(people[1], invitedBy: people[0])
        try await host.join(people[2], invitedBy: people[0])
        try await host.join(people[3])
        try await host.complete(people[3])
        let report = try await host.call(GetAcquisitionCost(), as: host.staff())
        #expect(report.joined.wire == 4 && report.qualified.wire == 2)
        let cost = try #require(report.costs.first)
        // 3 profiles at 15, one referral at 100 and 10.
        #expect(cost.spent.wire == 155 && cost.perMember == 77.5)
        // Garwood's limits of 2 are 0.2422 and 7.2247.
        #expect(abs((cost.low ?? 0) - 155 / 7.2247) < 0.01 && abs((cost.high ?? 0) - 155 / 0.2422) < 0.1)
        let none = GetAcquisitionCost(from: host.clock.now + .days(1), until: host.clock.now + .days(2))
        #expect(try await host.call(none, as: host.staff()).costs.isEmpty)
        await #expect(throws: GetAcquisitionCost.Refusal.periodEmpty) {
            try await host.call(GetAcquisitionCost(from: host.clock.now, until: host.clock.now), as: host.staff())
        }
    }
}

/// The difference of the changes, against one that is counted by hand; few members have no interval.
@Test(arguments: TestEngine.allCases)
func engagementIsComparedBeforeAndAfter(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let people = (0..<66).map { host.member("Person \($0)") }
        try await host.rule("praised", custom("praised"), .member, 5)
        for person in people { try await host.record("custom.helped", person) }
        host.clock.advance(by: .days(10))
        let from = host.clock.now
        for person in people.prefix(33) { try await host.record("custom.praised", person) }
        host.clock.advance(by: .days(1))
        let until = host.clock.now
        host.clock.advance(by: .days(1))
        for (index, person) in people.enumerated() {
            for _ in 0..<(index < 33 ? index % 3 : index % 2) { try await host.record("custom.helped", person) }
        }
        let ask = try GetEngagementEffect(
            rule: RuleKey(wire: "praised"),
            from: from,
            until: until,
            window: DayCount(wire: 30)
        )
        let effect = try await host.call(ask, as: host.staff())
        #expect(effect.awarded.members.wire == 33 && effect.others.members.wire == 33)
        #expect(effect.awarded.before.wire == 33 && effect.awarded.after.wire == 33)
        #expect(effect.others.after.wire == 17)
        let changes = people.indices.map { Double($0 < 33 ? $0 % 3 : $0 % 2) - 1 }
        let (one, two) = (Array(changes.prefix(33)), Array(changes.suffix(33)))
        let difference = mean(one) - mean(two)
        let error = (variance(one) / 33 + variance(two) / 33).squareRoot()
        #expect(abs((effect.difference ?? 0) - difference) < 1e-9)
        #expect(abs((effect.low ?? 0) - (difference - 1.959964 * error)) < 1e-9)
        #expect(abs((effect.high ?? 0) - (difference + 1.959964 * error)) < 1e-9)
        #expect(!effect.isComplete && effect.warning == .notACause)
        host.clock.advance(by: .days(40))
        #expect(try await host.call(ask, as: host.staff()).isComplete)
    }
}

private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

private func variance(_ values: [Double]) -> Double {
    values.reduce(0) { $0 + ($1 - mean(values)) * ($1 - mean(values)) } / Double(values.count - 1)
}

@Test(arguments: TestEngine.allCases)
func engagementEffectRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let now = host.clock.now
        try await host.rule("praised", custom("praised"), .member, 5)
        let rule = try RuleKey(wire: "praised")
        let cases: [(GetEngagementEffect.Refusal, GetEngagementEffect)] = [
            (.periodEmpty, GetEngagementEffect(rule: .example, from: now, until: now, window: .zero)),
            (.windowTooLong, GetEngagementEffect(rule: .example, from: now, until: now + .days(1), window: .zero)),
            (.ruleUnknown, GetEngagementEffect(rule: .example, from: now, until: now + .days(1))),
        ]
        for (refusal, method) in cases {
            await #expect(throws: refusal) { _ = try await host.call(method, as: host.staff()) }
        }
        let few = GetEngagementEffect(rule: rule, from: now, until: now + .days(1))
        let effect = try await host.call(few, as: host.staff())
        #expect(effect.difference == nil && effect.low == nil && effect.awarded.members == .zero)
    }
}
