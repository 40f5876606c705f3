import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func balanceTellsAvailableHeldAndEarned(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        #expect(try await host.call(GetBalance(), as: ines).earned == .zero)
        try await host.give(100, to: ines)
        try await host.redeem(try await host.offer(price: 30), as: ines)
        let balance = try await host.call(GetBalance(), as: ines)
        #expect(balance.member == ines.member)
        #expect(balance.available.wire == 70)
        #expect(balance.held.wire == 30)
        #expect(balance.earned.wire == 100)
        #expect(balance.nextExpiry == Expiry(amount: try points(70), at: host.clock.now + .days(365)))
    }
}

@Test(arguments: TestEngine.allCases)
func balanceLeavesOutWhatHasExpired(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(100, to: ines)
        host.clock.advance(by: .days(100))
        try await host.give(5, to: ines)
        host.clock.advance(by: .days(265))
        let balance = try await host.call(GetBalance(), as: ines)
        #expect(balance.available.wire == 5)
        #expect(balance.earned.wire == 105)
        #expect(balance.nextExpiry?.amount.wire == 5)
    }
}

@Test(arguments: TestEngine.allCases)
func balanceIsSeenByWhomItConcerns(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.give(100, to: ines)
        let asked = GetBalance(member: ines.member)
        #expect(try await host.call(asked, as: ines).available.wire == 100)
        #expect(try await host.call(asked, as: host.staff()).available.wire == 100)
        #expect(try await host.call(asked, as: host.backend(scopes: ["rewards:read"])).available.wire == 100)
        await #expect(throws: GetBalance.Refusal.memberUnknown) { try await host.call(asked, as: omar) }
        await #expect(throws: GetBalance.Refusal.memberUnknown) {
            try await host.call(GetBalance(member: Cast.member("nobody")), as: omar)
        }
        await #expect(throws: GetBalance.Refusal.memberUnknown) {
            try await host.call(GetBalance(member: omar.member), as: host.staff())
        }
        await #expect(throws: GetBalance.Refusal.memberNeeded) { try await host.call(GetBalance(), as: host.backend()) }
    }
}
