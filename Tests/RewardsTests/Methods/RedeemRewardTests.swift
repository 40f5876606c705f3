import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func redeemTakesPointsAndPieces(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(100, to: ines)
        let offer = try await host.offer(price: 30, stock: 5)
        let receipt = try await host.redeem(offer, 2, as: ines)
        #expect(receipt.paid.wire == 60)
        #expect(receipt.available.wire == 40)
        #expect(try await host.available(ines) == 40)
        #expect(try await host.call(ListOffers(), as: ines).items.map(\.left?.wire) == [3])
        let told = try await host.published(RewardRedeemed.self)
        #expect(told.map(\.redemption) == [receipt.redemption])
        #expect(told.map(\.paid.wire) == [60])
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func redeemRefusesInTheOrderOfItsContract(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let now = host.clock.now
        try await host.give(10, to: ines)
        await #expect(throws: RedeemReward.Refusal.rewardUnknown) {
            try await host.call(RedeemReward(reward: .example), as: ines)
        }
        // Not yet on offer, and more pieces than there are, than a member may have, and than there are points for.
        let coming = try await host.offer(price: 100, stock: 1, perMember: 1, from: now + .days(1))
        await #expect(throws: RedeemReward.Refusal.notOffered) { try await host.redeem(coming, 2, as: ines) }
        let short = try await host.offer(price: 100, stock: 1, perMember: 1)
        await #expect(throws: RedeemReward.Refusal.outOfStock) { try await host.redeem(short, 2, as: ines) }
        let strict = try await host.offer(price: 100, stock: 5, perMember: 1)
        await #expect(throws: RedeemReward.Refusal.limitReached) { try await host.redeem(strict, 2, as: ines) }
        await #expect(throws: RedeemReward.Refusal.insufficientPoints) { try await host.redeem(strict, as: ines) }
        #expect(try await host.available(ines) == 10)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func redeemEndsWithTheOffer(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        let offer = try await host.offer(price: 1, until: host.clock.now + .hours(1))
        try await host.redeem(offer, as: ines)
        host.clock.advance(by: .hours(1))
        await #expect(throws: RedeemReward.Refusal.notOffered) { try await host.redeem(offer, as: ines) }
    }
}

@Test(arguments: TestEngine.allCases)
func redeemRefusalsChangeNothing(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.give(10, to: ines)
        let offer = try await host.offer(price: 11, stock: 1, perMember: 1)
        await #expect(throws: RedeemReward.Refusal.insufficientPoints) { try await host.redeem(offer, as: ines) }
        await #expect(throws: RedeemReward.Refusal.insufficientPoints) { try await host.redeem(offer, as: omar) }
        #expect(try await host.call(ListOffers(), as: ines).items.map(\.left?.wire) == [1])
        try await host.give(1, to: ines)
        try await host.redeem(offer, as: ines)
        await #expect(throws: RedeemReward.Refusal.outOfStock) { try await host.redeem(offer, as: ines) }
    }
}

@Test(arguments: TestEngine.allCases)
func redeemKeepsTheLimitOfAMember(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(100, to: ines)
        let offer = try await host.offer(price: 1, perMember: 3)
        try await host.redeem(offer, 2, as: ines)
        await #expect(throws: RedeemReward.Refusal.limitReached) { try await host.redeem(offer, 2, as: ines) }
        try await host.redeem(offer, 1, as: ines)
        await #expect(throws: RedeemReward.Refusal.limitReached) { try await host.redeem(offer, 1, as: ines) }
    }
}

@Test(arguments: TestEngine.allCases)
func redeemSpendsWhatExpiresFirst(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        host.clock.advance(by: .days(10))
        try await host.give(10, to: ines)
        try await host.redeem(try await host.offer(price: 10), as: ines)
        host.clock.advance(by: .days(360))
        try await host.expirePoints()
        #expect(try await host.available(ines) == 10)
        try await host.expectSound()
    }
}

/// What is overdue cannot be spent, whether or not the duty has come round to it.
@Test(arguments: TestEngine.allCases)
func redeemSpendsNothingThatHasExpired(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        host.clock.advance(by: .days(100))
        try await host.give(5, to: ines)
        host.clock.advance(by: .days(300))
        let offer = try await host.offer(price: 5)
        await #expect(throws: RedeemReward.Refusal.insufficientPoints) { try await host.redeem(offer, 2, as: ines) }
        let receipt = try await host.redeem(offer, as: ines)
        #expect(receipt.available == .zero)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func redeemOfMoreThanThereCanBeIsRefused(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let offer = try await host.offer(price: Points.range.upperBound)
        await #expect(throws: RedeemReward.Refusal.insufficientPoints) {
            try await host.redeem(offer, 1_000_000, as: host.member("Ines"))
        }
    }
}

@Test(arguments: TestEngine.allCases)
func redeemIsForMembers(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        let offer = try await host.offer(price: 3)
        await #expect(throws: Fault.self) { try await host.redeem(offer, as: host.backend()) }
        await #expect(throws: Fault.self) { try await host.redeem(offer, as: host.visitor) }
        try await host.redeem(offer, as: host.backend().acting(for: ines.member))
        #expect(try await host.available(ines) == 7)
    }
}

@Test(arguments: TestEngine.allCases)
func redeemIsRepeatableByKey(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        let redeem = RedeemReward(reward: try await host.offer(price: 3).id)
        let first = try await host.rawCall(redeem, as: ines.once("k-1"))
        #expect(try await host.rawCall(redeem, as: ines.once("k-1")) == first)
        #expect(try await host.available(ines) == 7)
    }
}

/// More lots than are read at first.
@Test(arguments: TestEngine.allCases)
func redeemSpendsManySmallLots(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        for _ in 0..<60 { try await host.give(1, to: ines) }
        let receipt = try await host.redeem(try await host.offer(price: 55), as: ines)
        #expect(receipt.available.wire == 5)
        try await host.expectSound()
    }
}
