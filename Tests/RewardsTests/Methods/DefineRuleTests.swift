import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func redefiningMakesAVersion(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let first = try await host.rule("idea", .ideaSubmitted, .author, 10)
        host.clock.advance(by: .hours(1))
        let second = try await host.rule("idea", .ideaSubmitted, .author, 20)
        let other = try await host.rule("comment", .commentPosted, .author, 1)
        #expect(first.version.wire == 1)
        #expect(second.version.wire == 2)
        #expect(first.id == second.id)
        #expect(other.id != first.id)
    }
}

@Test(arguments: TestEngine.allCases)
func defineRuleRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let now = host.clock.now
        await #expect(throws: DefineRule.Refusal.payeeNotOfEvent) {
            try await host.rule("idea", .ideaSubmitted, .voter, 2_000_000, from: now, until: now)
        }
        await #expect(throws: DefineRule.Refusal.periodEmpty) {
            try await host.rule("idea", .ideaSubmitted, .author, 2_000_000, from: now, until: now)
        }
        await #expect(throws: DefineRule.Refusal.amountTooLarge) {
            try await host.rule("idea", .ideaSubmitted, .author, 1_000_001)
        }
        let largest = try await host.rule("idea", .ideaSubmitted, .author, 1_000_000)
        #expect(largest.version == .first)
    }
}

@Test(arguments: TestEngine.allCases)
func onlyStaffDefineRules(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let rule = DefineRule(key: .example, title: .example, event: .ideaSubmitted, pays: .author, amount: .example)
        await #expect(throws: Fault.self) { try await host.call(rule, as: host.member("Ines")) }
        await #expect(throws: Fault.self) { try await host.call(rule, as: host.backend(scopes: ["rewards:write"])) }
        let defined = try await host.call(rule, as: host.backend(scopes: ["rewards:staff"]))
        #expect(defined.version == .first)
    }
}

@Test(arguments: TestEngine.allCases)
func defineRuleRefusesItsTerms(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let rank = try field("rank")
        let three = RuleCondition(about: .number, field: rank, test: .atMost, number: 3)
        let four = RuleCondition(about: .number, field: rank, test: .atLeast, number: 4)
        let cents = RuleCondition(about: .number, field: try field("cents"), test: .atMost, number: 3)
        let cases: [(DefineRule.Refusal, RuleTerms)] = [
            (.conditionInvalid, RuleTerms(conditions: [RuleCondition(about: .number, test: .equals, number: 1)])),
            (.fieldNotOfEvent, RuleTerms(conditions: [cents])),
            (.neverMatches, RuleTerms(conditions: [three, four])),
            (.formulaInvalid, RuleTerms(formula: AmountFormula(field: rank, times: -1))),
            (.dividesByZero, RuleTerms(formula: AmountFormula(field: rank, per: 0))),
            (.budgetAmbiguous, RuleTerms(budget: .example, groupPays: true)),
            (.budgetUnknown, RuleTerms(budget: .example)),
        ]
        for (refusal, terms) in cases {
            await #expect(throws: refusal) { try await host.rule("idea", .ideaSelected, .author, 10, terms: terms) }
        }
        try await host.fund(BudgetKey.example.wire, 9)
        await #expect(throws: DefineRule.Refusal.budgetTooSmall) {
            try await host.rule("idea", .ideaSelected, .author, 10, terms: RuleTerms(budget: .example))
        }
        let terms = RuleTerms(
            asset: .coins,
            conditions: [three],
            formula: AmountFormula(field: rank, times: 2, per: 3, least: try points(1)),
            multipliers: [AwardMultiplier(times: 2, from: host.clock.now, conditions: [four])],
            perWeek: try Quantity(wire: 2),
            pending: .days(1)
        )
        let rule = try await host.rule("idea", .ideaSelected, .author, 10, terms: terms)
        #expect(rule.terms == terms)
        #expect(try await host.call(ListRules(), as: host.staff()).items == [rule])
    }
}
