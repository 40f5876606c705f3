import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func openDrawRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let now = host.clock.now
        var open = OpenDraw(
            title: .example,
            places: try Quantity(wire: 1001),
            entriesUntil: now,
            seedFrom: now + .days(1),
            sources: [],
            reward: .example
        )
        await #expect(throws: OpenDraw.Refusal.periodEmpty) { try await host.call(open, as: host.staff()) }
        open.entriesUntil = open.seedFrom
        await #expect(throws: OpenDraw.Refusal.periodEmpty) { try await host.call(open, as: host.staff()) }
        open.entriesUntil = now + .hours(1)
        await #expect(throws: OpenDraw.Refusal.tooMany) { try await host.call(open, as: host.staff()) }
        open.places = try Quantity(wire: 3)
        await #expect(throws: OpenDraw.Refusal.sourcesNeeded) { try await host.call(open, as: host.staff()) }
        open.sources = [.example]
        open.prize = AssetAmount(amount: try points(1_000_001))
        await #expect(throws: OpenDraw.Refusal.amountTooLarge) { try await host.call(open, as: host.staff()) }
        open.prize = nil
        await #expect(throws: OpenDraw.Refusal.rewardUnknown) { try await host.call(open, as: host.staff()) }
        let offer = try await host.offer(price: 1, stock: 2)
        open.reward = offer.id
        await #expect(throws: OpenDraw.Refusal.outOfStock) { try await host.call(open, as: host.staff()) }
        _ = try await host.call(WithdrawOffer(reward: offer.id), as: host.staff())
        await #expect(throws: OpenDraw.Refusal.notOffered) { try await host.call(open, as: host.staff()) }
        await #expect(throws: Fault.self) { try await host.call(open, as: host.member("Ines")) }
        try await host.expectSound()
    }
}
