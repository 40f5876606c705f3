import Contract
import Hosting
import IdeasAPI
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

/// 60 at once want 7 of 100: 14 get them, and 2 are left.
@Test(arguments: TestEngine.allCases)
func aBudgetIsNeverOverspentInARace(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        try await host.fund("spring", 100)
        let terms = RuleTerms(budget: try BudgetKey(wire: "spring"))
        try await host.rule("sale", custom("sale"), .member, 7, perDay: 3, terms: terms)
        try await host.rule("idea", .ideaSubmitted, .author, 7, terms: terms)
        async let followed: Void = {
            for number in 0..<10 {
                let author = host.member("author \(number)").member
                let idea = IdeaSubmitted(idea: .example, campaign: .example, author: author)
                try await host.deliver(idea, from: IdeasInterface.self)
            }
        }()
        let results = await race(50) { number in try await host.record("custom.sale", host.member("m \(number)")) }
        try await followed
        let receipts = try results.map { try $0.get() }
        #expect(receipts.allSatisfy { $0.awards.count + $0.skipped.count == 1 })
        #expect(receipts.flatMap(\.skipped).allSatisfy { $0.reason == .budgetSpent })
        let awards = try await host.published(PointsMoved.self).filter { $0.kind == .award }
        #expect(awards.count == 14)
        #expect(try await host.left("spring") == 2)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func oneActivityEarnsOnceInARace(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.rule("sale", custom("sale"), .member, 7, perDay: 1)
        let results = await race(20) { _ in try await host.record("custom.sale", ines, event: happening(1)) }
        let receipts = try results.map { try $0.get() }
        #expect(receipts.allSatisfy { $0 == receipts.first })
        #expect(try await host.available(ines) == 7)
        try await host.expectSound()
    }
}

/// Ten at once, of which the caps of day and campaign let through two and three.
@Test(arguments: TestEngine.allCases)
func capsHoldInARace(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let terms = RuleTerms(perCampaign: try Quantity(wire: 3))
        try await host.rule("sale", custom("sale"), .member, 1, perDay: 2, terms: terms)
        for _ in 0..<2 {
            let results = await race(10) { _ in try await host.record("custom.sale", ines, campaign: .example) }
            for result in results { _ = try result.get() }
            host.clock.advance(by: .days(1))
        }
        #expect(try await host.available(ines) == 3)
        try await host.expectSound()
    }
}
