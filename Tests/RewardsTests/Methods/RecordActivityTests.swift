import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func activityEarnsOnceAndAnswersTheSame(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.rule("answered", custom("answerAccepted"), .member, 20)
        try await host.rule("asked", custom("answerAccepted"), .partner, 5, terms: RuleTerms(asset: .petals))
        let first = try await host.record("custom.answerAccepted", ines, partner: omar, event: happening(1))
        #expect(first.awards.map(\.amount.wire).sorted() == [5, 20])
        host.clock.advance(by: .days(1))
        try await host.rule("answered", custom("answerAccepted"), .member, 500)
        let again = try await host.record("custom.answerAccepted", ines, partner: omar, event: happening(1))
        #expect(again == first)
        #expect(try await host.available(ines) == 20)
        #expect(try await host.balance(omar, .petals).available.wire == 5)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func activityEarnsByItsDataAndShares(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        let formula = AmountFormula(field: try field("cents"), per: 100)
        try await host.rule("royalty", custom("shipped"), .contributor, 1000, terms: RuleTerms(formula: formula))
        let shares = [(ines, Int64(3)), (omar, 1)]
        let receipt = try await host.record("custom.shipped", ines, shares: shares, numbers: ["cents": 1099])
        #expect(receipt.awards.map(\.amount.wire).reduce(0, +) == 10)
        #expect(try await host.available(ines) + host.available(omar) == 10)
        #expect(try await [7, 8].contains(host.available(ines)))
        let none = try await host.record("custom.shipped", ines, shares: shares)
        #expect(none.skipped.map(\.reason) == [.fieldMissing, .fieldMissing])
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func eachCapHoldsAndSaysSo(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        host.clock.set(try Instant(wire: "2027-03-29T12:00:00Z"))
        let terms = RuleTerms(
            perWeek: try Quantity(wire: 3),
            perMonth: try Quantity(wire: 4),
            perCampaign: try Quantity(wire: 2),
            inTotal: try Quantity(wire: 5)
        )
        try await host.rule("sale", custom("sale"), .member, 1, perDay: 2, terms: terms)
        var reasons: [SkipReason?] = []
        for days in [0, 0, 0, 1, 2, 3, 7, 8] as [Int64] {
            host.clock.set(try Instant(wire: "2027-03-29T12:00:00Z") + .days(days))
            reasons.append(try await host.record("custom.sale", ines).skipped.first?.reason)
        }
        #expect(reasons == [nil, nil, .dayFull, nil, .weekFull, .weekFull, nil, nil])
        host.clock.advance(by: .days(30))
        #expect(try await host.record("custom.sale", ines).skipped.map(\.reason) == [.totalFull])
        #expect(try await host.available(ines) == 5)
        #expect(try await host.record("custom.sale", host.member("Omar"), campaign: .example).awards.count == 1)
        #expect(try await host.record("custom.sale", host.member("Omar"), campaign: .example).awards.count == 1)
        host.clock.advance(by: .days(1))
        let full = try await host.record("custom.sale", host.member("Omar"), campaign: .example)
        #expect(full.skipped.map(\.reason) == [.campaignFull])
        #expect(try await host.record("custom.sale", host.member("Omar")).awards.count == 1)
        try await host.expectSound()
    }
}

/// A cap that is full gives back what the caps before it have counted.
@Test(arguments: TestEngine.allCases)
func aFullCapUsesNothingOfTheOthers(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.fund("spring", 10)
        let terms = RuleTerms(perMonth: try Quantity(wire: 1), budget: try BudgetKey(wire: "spring"))
        try await host.rule("sale", custom("sale"), .member, 10, perDay: 1, terms: terms)
        try await host.rule("other", custom("other"), .member, 10, terms: RuleTerms(budget: BudgetKey(wire: "spring")))
        try await host.record("custom.other", ines)
        #expect(try await host.record("custom.sale", ines).skipped.map(\.reason) == [.budgetSpent])
        try await host.fund("spring", 10)
        #expect(try await host.record("custom.sale", ines).awards.count == 1)
        #expect(try await host.record("custom.sale", ines).skipped.map(\.reason) == [.dayFull])
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func groupsPayFromTheirOwnBudget(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.fund(Group.ID.example.wire, 15)
        try await host.rule("fair", custom("fair"), .member, 10, terms: RuleTerms(groupPays: true))
        #expect(try await host.record("custom.fair", ines, group: .example).awards.count == 1)
        #expect(try await host.record("custom.fair", ines, group: .example).skipped.map(\.reason) == [.budgetSpent])
        #expect(try await host.record("custom.fair", ines).awards.isEmpty)
        let poor = Group.ID(at: .example, entropy: 9)
        #expect(try await host.record("custom.fair", ines, group: poor).skipped.map(\.reason) == [.budgetSpent])
        #expect(try await host.left(Group.ID.example.wire) == 5)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func awardsOfARuleCanWait(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.rule("fair", custom("fair"), .member, 10, terms: RuleTerms(pending: .days(14)))
        let receipt = try await host.record("custom.fair", ines, event: happening(1))
        #expect(receipt.awards.first?.pendingUntil == host.clock.now + .days(14))
        #expect(try await host.available(ines) == 0)
        #expect(try await host.record("custom.fair", ines, event: happening(1)) == receipt)
        host.clock.advance(by: .days(14))
        try await host.endWhatIsDue()
        #expect(try await host.available(ines) == 10)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func activityRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, now) = (host.member("Ines"), host.clock.now)
        let many = Dictionary(uniqueKeysWithValues: (0..<21).map { ("n\($0)", Int64($0)) })
        await #expect(throws: RecordActivity.Refusal.eventNotCustom) {
            try await host.record("ideas.ideaSubmitted", ines, numbers: many)
        }
        for numbers in [many, ["A": 1]] {
            await #expect(throws: RecordActivity.Refusal.dataInvalid) {
                try await host.record("custom.sale", ines, shares: [], numbers: numbers)
            }
        }
        await #expect(throws: RecordActivity.Refusal.dataInvalid) {
            try await host.record("custom.sale", ines, words: ["shop": ""])
        }
        for shares in [[], [(ines, 1), (ines, 2)]] as [[(TestCaller, Int64)]] {
            await #expect(throws: RecordActivity.Refusal.sharesInvalid) {
                try await host.record("custom.sale", ines, shares: shares, at: now + .days(1))
            }
        }
        await #expect(throws: RecordActivity.Refusal.notYetHappened) {
            try await host.record("custom.sale", ines, at: now + .days(1))
        }
        try await host.record("custom.sale", ines, numbers: ["cents": 1], event: happening(1))
        await #expect(throws: RecordActivity.Refusal.eventDiffers) {
            try await host.record("custom.sale", ines, numbers: ["cents": 2], event: happening(1))
        }
        await #expect(throws: Fault.self) {
            try await host.call(RecordActivity(activity: custom("sale"), member: ines.member), as: ines)
        }
        try await host.rule("sale", custom("sale"), .member, 1)
        try await host.record("custom.sale", ines)
        try await host.tamper("UPDATE account SET stopped_at = 1 WHERE owner = \(ines.member)")
        await #expect(throws: RecordActivity.Refusal.accountStopped) { try await host.record("custom.sale", ines) }
    }
}
