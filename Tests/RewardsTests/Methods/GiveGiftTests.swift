import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func aGiftMovesNoPointsAndTakesAPiece(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let offer = try await host.offer(price: 30, stock: 3, perMember: 1)
        let record = try await host.gift(offer, to: ines, 2)
        #expect(record.paid == nil)
        #expect(record.givenFor?.wire == "For the best photo.")
        #expect(try await host.left(of: offer) == 1)
        #expect(try await host.call(ListRedemptions(), as: ines).items == [record])
        #expect(try await host.published(RewardGiven.self).map(\.redemption) == [record.id])
        #expect(try await host.published(PointsMoved.self).isEmpty)
        // A gift is no order: the limit of the member is untouched.
        try await host.give(30, to: ines)
        try await host.redeem(offer, as: ines)
        try await host.fulfil(record.id, .shipped, "Post 4711")
        let back = try await host.fulfil(record.id, .returned, "Nobody at home.")
        #expect(back.tracking?.wire == "Post 4711")
        #expect(back.remark?.wire == "Nobody at home.")
        #expect(try await host.left(of: offer) == 2)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func giveGiftRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let unknown = GiveGift(reward: .example, member: ines.member, reason: .example)
        await #expect(throws: GiveGift.Refusal.rewardUnknown) { try await host.call(unknown, as: host.staff()) }
        await #expect(throws: Fault.self) { try await host.call(unknown, as: ines) }
        let offer = try await host.offer(price: 30, stock: 1)
        await #expect(throws: GiveGift.Refusal.outOfStock) { try await host.gift(offer, to: ines, 2) }
        try await host.expectSound()
    }
}

/// Gifts and orders compete for the same pieces.
@Test(arguments: TestEngine.allCases)
func theLastPieceIsGivenOrSoldOnce(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(100, to: ines)
        let offer = try await host.offer(price: 1, stock: 4)
        let results = await race(40) { number -> Int64 in
            if number.isMultiple(of: 2) { return try await host.gift(offer, to: ines).units.wire }
            return try await host.redeem(offer, as: ines).units.wire
        }
        #expect(results.compactMap { try? $0.get() }.count == 4)
        #expect(try await host.left(of: offer) == 0)
        try await host.expectSound()
    }
}
