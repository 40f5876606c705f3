import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

// Redemptions run at read committed on PostgreSQL. These races are why that is safe: each is decided by the condition of
// a statement, so however many come at once, exactly those win who would have won one after the other.

@Test(arguments: TestEngine.allCases)
func oneBalanceIsNeverOverspent(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        for _ in 0..<5 { try await host.give(20, to: ines) }
        let offer = try await host.offer(price: 9)
        let results = await race(64) { _ in try await host.redeem(offer, as: ines) }
        #expect(results.won == 11)
        #expect(results.lost(by: .insufficientPoints) == 53)
        #expect(try await host.available(ines) == 1)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func theLastPiecesHaveExactlyAsManyWinners(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        for number in 0..<50 { try await host.give(10, to: host.member("member \(number)")) }
        let offer = try await host.offer(price: 10, stock: 3)
        let results = await race(50) { try await host.redeem(offer, as: host.member("member \($0)")) }
        #expect(results.won == 3)
        #expect(results.lost(by: .outOfStock) == 47)
        let report = try await host.call(AuditLedger(), as: host.staff())
        #expect(report.isSound)
        #expect(report.outstanding.wire == 500)
    }
}

@Test(arguments: TestEngine.allCases)
func theLimitOfAMemberHoldsInARace(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(100, to: ines)
        let offer = try await host.offer(price: 1, stock: 50, perMember: 2)
        let results = await race(20) { _ in try await host.redeem(offer, as: ines) }
        #expect(results.won == 2)
        #expect(results.lost(by: .limitReached) == 18)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func oneKeyRedeemsOnceInARace(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(100, to: ines)
        let offer = try await host.offer(price: 10)
        let results = await race(10) { _ in
            try await host.call(RedeemReward(reward: offer.id), as: ines.once("one"))
        }
        let receipts = try results.map { try $0.get().redemption }
        #expect(Set(receipts).count == 1)
        #expect(try await host.available(ines) == 90)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func aRedemptionIsClosedOnceInARace(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        let receipt = try await host.redeem(try await host.offer(price: 10, stock: 1), as: ines)
        let results = await race(16) { number in
            let outcome: FulfilmentOutcome = number.isMultiple(of: 2) ? .delivered : .cancelled
            let close = FulfilRedemption(redemption: receipt.redemption, outcome: outcome)
            return try await host.call(close, as: host.staff()).state
        }
        let states = results.compactMap { try? $0.get() }
        #expect(states.count == 1)
        #expect(try await host.available(ines) == (states.first == .cancelled ? 10 : 0))
        try await host.expectSound()
    }
}
