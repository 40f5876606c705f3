import Contract
import Hosting
import IdeasAPI
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

private func event(_ number: UInt128) -> Occurrence.ID { happening(number) }

extension Harness where Service == RewardsService {
    fileprivate func unpaid(_ key: String, _ event: Occurrence.ID, _ member: TestCaller) async throws -> Explanation {
        try await call(ExplainNumber(about: .unpaid, event: event, rule: RuleKey(wire: key)), as: member)
    }
}

/// Every reason for which a rule pays nothing has an explanation, and those with numbers have their arithmetic.
@Test(arguments: TestEngine.allCases)
func whySaysWhyARulePaidNothing(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, noor) = (host.member("Ines"), host.member("Noor"))
        try await host.rule("capped", custom("capped"), .member, 5, perDay: 1)
        try await host.record("custom.capped", ines, event: event(1))
        try await host.record("custom.capped", ines, event: event(2))
        let full = try await host.unpaid("capped", event(2), ines)
        #expect(full.unpaid == .dayFull && full.result == 0)
        #expect(try await host.unpaid("capped", event(1), ines).unpaid == .paid)
        #expect(try await host.unpaid("capped", event(1), noor).unpaid == .notPaidByIt)

        try await host.fund("club", 8)
        try await host.rule("spent", custom("spent"), .member, 5, terms: RuleTerms(budget: BudgetKey(wire: "club")))
        try await host.record("custom.spent", ines, event: event(3))
        try await host.record("custom.spent", ines, event: event(4))
        let spent = try await host.unpaid("spent", event(4), ines)
        #expect(spent.unpaid == .budgetSpent && spent.result == -2)
        var again = Recalculation(spent)
        #expect(try again.number() == -2)

        let large = RuleCondition(about: .number, field: try field("size"), test: .atLeast, number: 10)
        try await host.rule("large", custom("sized"), .member, 5, terms: RuleTerms(conditions: [large]))
        try await host.record("custom.sized", ines, numbers: ["size": 9], event: event(5))
        let unmet = try await host.unpaid("large", event(5), ines)
        #expect(unmet.unpaid == .conditionUnmet && unmet.condition == large)

        try await host.rule("grouped", custom("sized"), .member, 5, terms: RuleTerms(groupPays: true))
        try await host.record("custom.sized", ines, numbers: ["size": 9], event: event(6))
        #expect(try await host.unpaid("grouped", event(6), ines).unpaid == .noGroup)
        #expect(try await host.unpaid("grouped", event(1), ines).unpaid == .notInForce)
    }
}

@Test(arguments: TestEngine.allCases)
func whySaysWhichNumberOfAFormulaWasMissing(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let perField = AmountFormula(field: try field("paid"), perField: try field("pieces"))
        try await host.rule("priced", custom("bought"), .member, 500, terms: RuleTerms(formula: perField))
        try await host.record("custom.bought", ines, event: event(1))
        try await host.record("custom.bought", ines, numbers: ["paid": 5, "pieces": 0], event: event(2))
        try await host.record("custom.bought", ines, numbers: ["paid": 1, "pieces": 2], event: event(3))
        let reasons = try await [1, 2, 3].asyncMap { try await host.unpaid("priced", event($0), ines).unpaid }
        #expect(reasons == [.fieldMissing, .dividedByZero, .nothingDue])
    }
}

/// In the documented order; another member's numbers are answered as those of nobody.
@Test(arguments: TestEngine.allCases)
func whyRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, noor) = (host.member("Ines"), host.member("Noor"))
        let given = try await host.give(5, to: ines)
        try await host.rule("helped", custom("helped"), .member, 5)
        try await host.record("custom.helped", ines, event: event(1))
        let rule = try RuleKey(wire: "helped")
        let (late, early) = (try Day(wire: "2026-01-02"), try Day(wire: "2026-01-01"))
        let cases: [(ExplainNumber.Refusal, ExplainNumber, TestCaller)] = [
            (.subjectMissing, ExplainNumber(about: .award), ines),
            (.subjectMissing, ExplainNumber(about: .unpaid, rule: rule), host.backend()),
            (.periodEmpty, ExplainNumber(about: .rank, from: late, through: early), host.backend()),
            (.memberNeeded, ExplainNumber(about: .available), host.backend()),
            (.memberUnknown, ExplainNumber(about: .available, member: ines.member), noor),
            (.memberUnknown, ExplainNumber(about: .held, member: noor.member), host.staff()),
            (.noLevels, ExplainNumber(about: .level), ines),
            (.notRanked, ExplainNumber(about: .rank), noor),
            (.transferUnknown, ExplainNumber(about: .award, transfer: .example), ines),
            (.notRefused, ExplainNumber(about: .refusal, transfer: given.transfer), ines),
            (.sourceUnknown, ExplainNumber(about: .unpaid, event: event(9), rule: .example), ines),
            (.ruleUnknown, ExplainNumber(about: .unpaid, event: event(1), rule: .example), ines),
        ]
        for (refusal, method, caller) in cases {
            await #expect(throws: refusal) { _ = try await host.call(method, as: caller) }
        }
    }
}

extension Array {
    fileprivate func asyncMap<T>(_ transform: (Element) async throws -> T) async rethrows -> [T] {
        var results: [T] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
