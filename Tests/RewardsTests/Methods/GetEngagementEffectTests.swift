import Contract
import Hosting
import IdentityAPI
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

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
