import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

private func restock(_ reward: Reward.ID, _ pieces: Int64) throws -> RestockReward {
    RestockReward(reward: reward, pieces: try Quantity(wire: pieces))
}

@Test(arguments: TestEngine.allCases)
func restockAddsPieces(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(100, to: ines)
        let offer = try await host.offer(price: 10, stock: 1)
        try await host.redeem(offer, as: ines)
        await #expect(throws: RedeemReward.Refusal.outOfStock) { try await host.redeem(offer, as: ines) }
        #expect(try await host.call(restock(offer.id, 2), as: host.staff()).left?.wire == 2)
        try await host.redeem(offer, 2, as: ines)
        #expect(try await host.left(of: offer) == 0)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func restockRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        await #expect(throws: RestockReward.Refusal.rewardUnknown) {
            try await host.call(restock(.example, 1), as: host.staff())
        }
        let endless = try await host.offer(price: 10)
        await #expect(throws: RestockReward.Refusal.notStocked) {
            try await host.call(restock(endless.id, 1), as: host.staff())
        }
        let gone = try await host.offer(price: 10, stock: 1)
        _ = try await host.call(WithdrawOffer(reward: gone.id), as: host.staff())
        await #expect(throws: RestockReward.Refusal.notOffered) {
            try await host.call(restock(gone.id, 1), as: host.staff())
        }
        await #expect(throws: Fault.self) { try await host.call(restock(gone.id, 1), as: host.member("Ines")) }
        try await host.expectSound()
    }
}

/// Orders and restocks of one reward at once: the pieces add up.
@Test(arguments: TestEngine.allCases)
func restockIsSafeInARace(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(1000, to: ines)
        let offer = try await host.offer(price: 1, stock: 5)
        let results = await race(60) { number -> Int64 in
            if number.isMultiple(of: 6) {
                _ = try await host.call(restock(offer.id, 2), as: host.staff())
                return 0
            }
            return try await host.redeem(offer, as: ines).units.wire
        }
        let sold = results.compactMap { try? $0.get() }.reduce(0, +)
        #expect(try await host.left(of: offer) == 25 - sold)
        try await host.expectSound()
    }
}
