import Contract
import Hosting
import IdentityAPI
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

private func condition(_ about: ConditionSubject, _ values: String...) -> RuleCondition {
    RuleCondition(about: about, test: .isOneOf, values: values)
}

/// The day before counts, so what happens on one day never depends on its own order.
@Test(arguments: TestEngine.allCases)
func aRuleAsksForTheLevel(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.levels()
        let terms = RuleTerms(conditions: [condition(.level, "bronze", "silver")])
        try await host.rule("for-levels", .ideaSubmitted, .author, 7, terms: terms)
        try await host.give(10, to: ines)
        try await host.ideas(1, by: ines)
        #expect(try await host.level(ines) == "bronze")
        #expect(try await host.available(ines) == 10)
        host.clock.advance(by: .days(1))
        try await host.ideas(1, by: ines)
        try await host.ideas(1, by: omar)
        #expect(try await host.available(ines) == 17)
        #expect(try await host.available(omar) == 0)
        let again = DefineRule(
            key: try RuleKey(wire: "draft"),
            title: .example,
            event: .ideaSubmitted,
            pays: .author,
            amount: try points(7),
            from: Instant(microseconds: 0),
            terms: terms
        )
        let simulation = try await host.call(SimulateRule(rule: again), as: host.staff())
        #expect(simulation.members.map(\.member) == [ines.member])
        #expect(simulation.total.wire == 7)
    }
}

@Test(arguments: TestEngine.allCases)
func aRuleAsksForTheCustomerType(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        for (member, type) in [(ines, CustomerType.leading), (omar, .trial)] {
            let event = ProfileCompleted(member: member.member, customerType: type, inviter: nil)
            try await host.deliver(event, from: IdentityInterface.self)
        }
        let terms = RuleTerms(conditions: [condition(.customerType, "leading")])
        try await host.rule("for-leaders", .ideaSubmitted, .author, 7, terms: terms)
        try await host.ideas(1, by: ines)
        try await host.ideas(1, by: omar)
        #expect(try await host.available(ines) == 7)
        #expect(try await host.available(omar) == 0)
    }
}

@Test(arguments: TestEngine.allCases)
func aRuleRefusesLevelsAndTypesThatAreNone(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        for wrong in [condition(.level, "No Level"), condition(.customerType, "royal")] {
            await #expect(throws: DefineRule.Refusal.conditionInvalid) {
                try await host.rule("odd", .ideaSubmitted, .author, 7, terms: RuleTerms(conditions: [wrong]))
            }
        }
    }
}
