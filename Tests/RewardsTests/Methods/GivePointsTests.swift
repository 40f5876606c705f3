import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

private let allowed = ["WELLSPRING_REWARDS_GIFTS_PER_DAY": "20"]

private func gift(_ amount: Int64, to member: TestCaller, _ id: Transfer.ID? = nil) throws -> GivePoints {
    GivePoints(to: member.member, amount: try points(amount), reason: .example, transfer: id)
}

/// The receiver gets the points with the expiry that they had, and has not earned them.
@Test(arguments: TestEngine.allCases)
func giftKeepsItsExpiry(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine, settings: allowed) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.give(5, to: ines)
        let first = host.clock.now + .days(365)
        host.clock.advance(by: .days(10))
        for member in [ines, omar] { try await host.give(10, to: member) }
        let charge = try await host.call(gift(8, to: omar), as: ines)
        #expect(charge.balance.wire == 7)
        let balance = try await host.balance(omar)
        #expect((balance.available.wire, balance.earned.wire) == (18, 10))
        #expect(balance.nextExpiry == Expiry(amount: try points(5), at: first))
        let moved = try await host.published(PointsMoved.self).last
        #expect((moved?.member, moved?.receiver) == (ines.member, omar.member))
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func giftHasADailyLimit(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine, settings: allowed) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        for member in [ines, omar] { try await host.give(100, to: member) }
        await #expect(throws: GivePoints.Refusal.giftLimitReached) { try await host.call(gift(21, to: omar), as: ines) }
        _ = try await host.call(gift(20, to: omar), as: ines)
        await #expect(throws: GivePoints.Refusal.giftLimitReached) { try await host.call(gift(1, to: omar), as: ines) }
        host.clock.advance(by: .days(1))
        _ = try await host.call(gift(1, to: omar), as: ines)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func giftOfTheSameIDHappensOnce(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine, settings: allowed) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        for member in [ines, omar] { try await host.give(15, to: member) }
        let id = Transfer.ID(at: .example, entropy: 4)
        let results = await race(10) { _ in try await host.call(gift(15, to: omar, id), as: ines) }
        let answers = try results.map { try $0.get() }
        #expect(answers.allSatisfy { $0 == answers[0] })
        #expect(try await host.available(omar) == 30)
        await #expect(throws: GivePoints.Refusal.transferDiffers) {
            try await host.call(gift(1, to: omar, id), as: ines)
        }
        try await host.expectSound()
    }
}

/// Two who give each other at the same time do not wait for each other in a circle.
@Test(arguments: TestEngine.allCases)
func giftsCrossEachOther(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine, settings: allowed) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        for member in [ines, omar] { try await host.give(50, to: member) }
        let results = await race(40) { number in
            let (from, to) = number.isMultiple(of: 2) ? (ines, omar) : (omar, ines)
            _ = try await host.call(gift(1, to: to), as: from)
        }
        for result in results { try result.get() }
        #expect(try await host.available(ines) == 50)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func giftRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        await #expect(throws: GivePoints.Refusal.giftsOff) { try await host.call(gift(1, to: omar), as: ines) }
    }
    try await Harness<RewardsService>.run(on: engine, settings: allowed) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.give(5, to: ines)
        await #expect(throws: GivePoints.Refusal.giftToOneself) { try await host.call(gift(1, to: ines), as: ines) }
        await #expect(throws: GivePoints.Refusal.memberUnknown) { try await host.call(gift(1, to: omar), as: ines) }
        try await host.give(5, to: omar)
        await #expect(throws: GivePoints.Refusal.insufficientPoints) {
            try await host.call(gift(6, to: omar), as: ines)
        }
        try await host.tamper("UPDATE account SET stopped_at = 1 WHERE owner = \(ines.member)")
        await #expect(throws: GivePoints.Refusal.accountStopped) { try await host.call(gift(1, to: omar), as: ines) }
    }
}
