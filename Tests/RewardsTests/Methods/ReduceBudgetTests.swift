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
func reducingTakesFromTheBudgetOnce(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        try await host.fund("spring", 100)
        let id = Transfer.ID(at: .example, entropy: 4)
        let first = try await host.reduce("spring", 30, transfer: id)
        #expect(first.balance.wire == 70)
        #expect(try await host.reduce("spring", 20).balance.wire == 50)
        #expect(try await host.reduce("spring", 30, transfer: id) == first)
        let state = try #require(try await host.call(ListBudgets(), as: host.staff()).items.first)
        #expect([state.funded, state.withdrawn, state.awarded, state.left].map(\.wire) == [100, 50, 0, 50])
        #expect(try await host.published(PointsMoved.self).map(\.kind) == [.funding, .withdrawal, .withdrawal])
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func reduceBudgetRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let id = Transfer.ID(at: .example, entropy: 4)
        await #expect(throws: ReduceBudget.Refusal.budgetUnknown) { try await host.reduce("spring", 1) }
        try await host.fund("spring", 100)
        await #expect(throws: ReduceBudget.Refusal.budgetUnknown) { try await host.reduce("spring", 1, .coins) }
        await #expect(throws: ReduceBudget.Refusal.budgetShort) { try await host.reduce("spring", 101, transfer: id) }
        try await host.fund("spring", 100)
        // A refused id stays refused, and an id stands for one thing.
        await #expect(throws: ReduceBudget.Refusal.budgetShort) { try await host.reduce("spring", 101, transfer: id) }
        await #expect(throws: ReduceBudget.Refusal.transferDiffers) { try await host.reduce("spring", 1, transfer: id) }
        try await host.tamper("UPDATE account SET stopped_at = 1 WHERE kind = 'budget'")
        await #expect(throws: ReduceBudget.Refusal.accountStopped) { try await host.reduce("spring", 1) }
        await #expect(throws: Fault.self) {
            let reduce = ReduceBudget(budget: .example, amount: .example, reason: .example)
            _ = try await host.call(reduce, as: host.member("Ines"))
        }
    }
}

/// Rules award from the budget while it is reduced: together they take what there was.
@Test(arguments: TestEngine.allCases)
func reducingAndAwardingStopAtTheBudget(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        try await host.fund("spring", 100)
        try await host.rule("sale", custom("sale"), .member, 10, terms: RuleTerms(budget: BudgetKey(wire: "spring")))
        let results = await race(30) { number -> Int64 in
            if number.isMultiple(of: 2) { return try await host.reduce("spring", 10).amount.wire }
            _ = try await host.record("custom.sale", host.member("member \(number)"))
            return 0
        }
        let reduced = results.compactMap { try? $0.get() }.reduce(0, +)
        let state = try #require(try await host.call(ListBudgets(), as: host.staff()).items.first)
        #expect(state.left == .zero)
        #expect(state.withdrawn.wire == reduced)
        #expect(state.awarded.wire + reduced == 100)
        try await host.expectSound()
    }
}
