import Contract
import Hosting
import IdeasAPI
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

/// What happened in a random community; the same for the same seed.
private struct Happening {
    let member: String
    let after: Seconds
    let cents: Int64?
    let campaign: UInt128

    init(using generator: inout SeededGenerator) {
        member = "member \(Int.random(in: 0..<6, using: &generator))"
        after = Seconds(Int64.random(in: 0..<80_000, using: &generator))
        cents = Bool.random(using: &generator) ? Int64.random(in: -50...900, using: &generator) : nil
        campaign = UInt128.random(in: 0..<3, using: &generator)
    }
}

private func draft(perDay: Int64?, budget: BudgetKey?) throws -> DefineRule {
    let cents = try field("cents")
    let bonus = AwardMultiplier(
        times: 3,
        per: 2,
        conditions: [RuleCondition(about: .number, field: cents, test: .atLeast, number: 300)]
    )
    return DefineRule(
        key: .example,
        title: .example,
        event: try custom("sale"),
        pays: .member,
        amount: try points(400),
        perDay: try perDay.map(Quantity.init),
        terms: RuleTerms(
            formula: AmountFormula(field: cents, times: 1, per: 2),
            multipliers: [bonus],
            perMonth: try Quantity(wire: 9),
            perCampaign: try Quantity(wire: 4),
            budget: budget
        )
    )
}

extension Harness where Service == RewardsService {
    fileprivate func live(_ happenings: [Happening]) async throws {
        for happening in happenings {
            clock.advance(by: happening.after)
            let numbers = happening.cents.map { ["cents": $0] }
            let campaign = Campaign.ID(at: .example, entropy: happening.campaign)
            try await record("custom.sale", member(happening.member), campaign: campaign, numbers: numbers)
        }
    }
}

/// A draft that is tried on what happened says what the rule pays where the same happens after its definition.
@Test(arguments: TestEngine.allCases, [nil, 4000] as [Int64?])
func simulationAgreesWithTheRule(engine: TestEngine, budget: Int64?) async throws {
    var generator = SeededGenerator.printed()
    let happenings = (0..<60).map { _ in Happening(using: &generator) }
    let rule = try draft(perDay: 2, budget: budget.map { _ in try BudgetKey(wire: "spring") })
    var simulated: RuleSimulation?
    try await Harness<RewardsService>.run(on: engine) { host in
        if let budget { try await host.fund("spring", budget) }
        try await host.live(happenings)
        simulated = try await host.call(SimulateRule(rule: rule), as: host.staff())
    }
    let expected = try #require(simulated)
    #expect(expected.events.wire == 60)
    #expect(expected.awards > .zero)
    try await Harness<RewardsService>.run(on: engine) { host in
        if let budget { try await host.fund("spring", budget) }
        _ = try await host.call(rule, as: host.staff())
        try await host.live(happenings)
        var total: Int64 = 0
        for number in 0..<6 {
            let member = host.member("member \(number)")
            let got = try await host.available(member)
            #expect(expected.members.first { $0.member == member.member }?.total.wire ?? 0 == got)
            total += got
        }
        #expect(total == expected.total.wire)
        if let budget { #expect(try await host.left("spring") == budget - total) }
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func simulationLooksAtItsTimeAndStoresNothing(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let idea = IdeaSubmitted(idea: .example, campaign: .example, author: ines.member)
        let start = host.clock.now
        for _ in 0..<4 {
            try await host.deliver(idea, from: IdeasInterface.self)
            host.clock.advance(by: .days(1))
        }
        let event = try #require(
            try await host.read { tx in
                let period = Period(from: start, until: start + .days(9))
                return try tx.all(EarningEventTable.page(of: .ideaSubmitted, in: period, after: nil, limit: 9)).last
            }
        )
        var rule = DefineRule(key: .example, title: .example, event: .ideaSubmitted, pays: .author, amount: .example)
        #expect(try await host.call(SimulateRule(rule: rule), as: host.staff()).events.wire == 4)
        rule.from = start + .days(1)
        rule.until = start + .days(3)
        #expect(try await host.call(SimulateRule(rule: rule), as: host.staff()).total.wire == 300)
        rule.until = nil
        _ = try await host.reverseSource(event.place.id)
        #expect(try await host.call(SimulateRule(rule: rule), as: host.staff()).awards.wire == 2)
        #expect(try await host.call(ListRules(), as: ines).items.isEmpty)
        #expect(try await host.available(ines) == 0)
    }
}

@Test(arguments: TestEngine.allCases)
func simulationRefusesAsDefiningDoes(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let cents = try field("cents")
        func expect(_ refusal: SimulateRule.Refusal, _ change: (inout DefineRule) throws -> Void) async throws {
            var rule = DefineRule(
                key: .example,
                title: .example,
                event: try custom("x"),
                pays: .member,
                amount: .example
            )
            try change(&rule)
            let simulate = SimulateRule(rule: rule)
            await #expect(throws: refusal) { try await host.call(simulate, as: host.staff()) }
        }
        let none = RuleCondition(about: .number, field: cents, test: .equals)
        let low = RuleCondition(about: .number, field: cents, test: .atMost, number: 1)
        let high = RuleCondition(about: .number, field: cents, test: .atLeast, number: 2)
        try await expect(.payeeNotOfEvent) { $0.pays = .voter }
        try await expect(.periodEmpty) { ($0.from, $0.until) = (.example, .example) }
        try await expect(.conditionInvalid) { $0.terms = RuleTerms(conditions: [none]) }
        try await expect(.fieldNotOfEvent) { rule in
            (rule.event, rule.pays, rule.terms) = (.ideaSubmitted, .author, RuleTerms(conditions: [low]))
        }
        try await expect(.neverMatches) { $0.terms = RuleTerms(conditions: [low, high]) }
        try await expect(.formulaInvalid) { $0.terms = RuleTerms(formula: AmountFormula(field: cents, times: 0)) }
        try await expect(.dividesByZero) { $0.terms = RuleTerms(formula: AmountFormula(field: cents, per: 0)) }
        try await expect(.amountTooLarge) { $0.amount = try points(1_000_001) }
        try await expect(.budgetAmbiguous) { $0.terms = RuleTerms(budget: .example, groupPays: true) }
        try await expect(.budgetUnknown) { $0.terms = RuleTerms(budget: .example) }
        try await host.fund(BudgetKey.example.wire, 149)
        try await expect(.budgetTooSmall) { $0.terms = RuleTerms(budget: .example) }
    }
}
