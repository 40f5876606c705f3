import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func budgetsSayWhatTheyHaveLeft(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.fund("spring", 100)
        try await host.fund("autumn", 5)
        try await host.rule("sale", custom("sale"), .member, 30, terms: RuleTerms(budget: BudgetKey(wire: "spring")))
        try await host.record("custom.sale", ines)
        let first = try await host.call(ListBudgets(limit: PageLimit(wire: 1)), as: host.staff())
        #expect(first.items.map(\.budget.wire) == ["autumn"])
        let rest = try await host.call(ListBudgets(after: first.next), as: host.staff())
        #expect(rest.items.map(\.funded.wire) == [100])
        #expect(rest.items.map(\.awarded.wire) == [30])
        #expect(rest.items.map(\.left.wire) == [70])
        #expect(rest.next == nil)
        try await host.expectSound()
    }
}
