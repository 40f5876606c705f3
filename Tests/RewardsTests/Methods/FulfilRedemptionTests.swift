import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

extension Harness where Service == RewardsService {
    @discardableResult
    fileprivate func close(_ receipt: Receipt, _ outcome: FulfilmentOutcome) async throws -> RedemptionRecord {
        try await call(FulfilRedemption(redemption: receipt.redemption, outcome: outcome), as: staff())
    }
}

@Test(arguments: TestEngine.allCases)
func deliveryIsTold(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        let receipt = try await host.redeem(try await host.offer(price: 3), as: ines)
        host.clock.advance(by: .days(2))
        let record = try await host.close(receipt, .delivered)
        #expect(record.state == .delivered)
        #expect(record.closedAt == host.clock.now)
        #expect(try await host.call(GetBalance(), as: ines).held == .zero)
        #expect(try await host.published(RewardFulfilled.self).map(\.redemption) == [receipt.redemption])
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func cancellationGivesEverythingBack(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        host.clock.advance(by: .days(1))
        try await host.give(10, to: ines)
        let offer = try await host.offer(price: 15, stock: 1, perMember: 1)
        let before = try await host.call(GetBalance(), as: ines)
        let receipt = try await host.redeem(offer, as: ines)
        #expect(try await host.close(receipt, .cancelled).state == .cancelled)
        #expect(try await host.call(GetBalance(), as: ines) == before)
        #expect(try await host.published(RewardFulfilled.self).isEmpty)
        try await host.expectSound()
        try await host.redeem(offer, as: ines)
    }
}

/// The points come back with the date that they had; the part whose date has passed expires, and only once.
@Test(arguments: TestEngine.allCases)
func cancellationRestoresTheOriginalLots(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        host.clock.advance(by: .days(300))
        try await host.give(10, to: ines)
        let receipt = try await host.redeem(try await host.offer(price: 12), as: ines)
        host.clock.advance(by: .days(100))
        try await host.close(receipt, .cancelled)
        #expect(try await host.available(ines) == 10)
        try await host.expirePoints()
        #expect(try await host.available(ines) == 10)
        #expect(try await host.call(GetStatement(), as: ines).lines.filter { $0.kind == .expiry }.count == 1)
        try await host.expectSound()
    }
}

/// A lot can expire, get points back from a late cancellation, and expire again.
@Test(arguments: TestEngine.allCases)
func cancellationIntoAnExpiredLotExpiresAgain(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        let receipt = try await host.redeem(try await host.offer(price: 4), as: ines)
        host.clock.advance(by: .days(400))
        try await host.expirePoints()
        try await host.close(receipt, .cancelled)
        try await host.expirePoints()
        try await host.expirePoints()
        let lines = try await host.call(GetStatement(), as: ines).lines
        #expect(lines.map(\.kind) == [.expiry, .expiry, .award])
        #expect(lines.map(\.amount.wire) == [-4, -6, 10])
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func fulfilRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        await #expect(throws: FulfilRedemption.Refusal.redemptionUnknown) {
            try await host.call(FulfilRedemption(redemption: .example, outcome: .delivered), as: host.staff())
        }
        let receipt = try await host.redeem(try await host.offer(price: 3), as: ines)
        await #expect(throws: Fault.self) {
            try await host.call(FulfilRedemption(redemption: receipt.redemption, outcome: .delivered), as: ines)
        }
        try await host.close(receipt, .cancelled)
        for outcome in FulfilmentOutcome.allCases {
            await #expect(throws: FulfilRedemption.Refusal.redemptionClosed) {
                try await host.close(receipt, outcome)
            }
        }
        #expect(try await host.available(ines) == 10)
    }
}
