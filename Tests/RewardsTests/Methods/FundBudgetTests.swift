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
func fundingAddsToTheBudgetOnce(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let id = Transfer.ID(at: .example, entropy: 4)
        let first = try await host.fund("spring", 100, transfer: id)
        #expect(first.balance.wire == 100)
        #expect(try await host.fund("spring", 20).balance.wire == 120)
        #expect(try await host.fund("spring", 100, transfer: id) == first)
        #expect(try await host.fund("spring", 7, .coins).balance.wire == 7)
        #expect(try await host.published(PointsMoved.self).map(\.kind) == [.funding, .funding, .funding])
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func fundingRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let id = Transfer.ID(at: .example, entropy: 4)
        try await host.fund("spring", 100, transfer: id)
        await #expect(throws: FundBudget.Refusal.transferDiffers) {
            try await host.fund("spring", 101, transfer: id)
        }
        await #expect(throws: FundBudget.Refusal.transferDiffers) {
            try await host.fund("autumn", 100, transfer: id)
        }
        try await host.tamper("UPDATE account SET stopped_at = 1 WHERE kind = 'budget'")
        await #expect(throws: FundBudget.Refusal.accountStopped) { try await host.fund("spring", 1) }
        await #expect(throws: Fault.self) {
            let fund = FundBudget(budget: .example, amount: .example, reason: .example)
            _ = try await host.call(fund, as: host.member("Ines"))
        }
    }
}
