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
func winnersFollowFromPoolAndNumbersAlone(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let offer = try await host.offer(price: 9, stock: 10)
        let draw = try await host.openDraw(places: 4, of: offer)
        #expect(try await host.left(of: offer) == 6)
        for number in 0..<12 { try await host.enter(draw, as: host.member("member \(number)")) }
        host.clock.advance(by: .days(1))
        try await host.closeDraws()
        host.clock.advance(by: .days(1))
        let outcome = try await host.resolve(draw)
        #expect(outcome.key == "9319./2.5.12./")
        let pool = try await host.pool(of: draw)
        #expect(outcome.winners.map(\.member) == recomputed("9319./2.5.12./", pool, places: 4))
        #expect(outcome.winners.allSatisfy { pool[Int($0.place.wire) - 1] == $0.member })
        #expect(try await host.call(GetDraw(draw: draw.id), as: host.member("member 3")) == outcome)
        let gifts = try await host.call(ListRedemptions(), as: host.staff()).items
        #expect(Set(gifts.map(\.id)) == Set(outcome.winners.compactMap(\.redemption)))
        #expect(gifts.allSatisfy { $0.paid == nil && $0.givenFor?.wire == "Summer draw" })
        #expect(try await host.left(of: offer) == 6)
        #expect(try await host.published(DrawResolved.self).map(\.key) == ["9319./2.5.12./"])
        try await host.expectSound()
    }
}

/// Fewer entered than there are prizes, and the offer was withdrawn meanwhile: a promise is a promise.
@Test(arguments: TestEngine.allCases)
func allWinWhereThereAreEnoughPlaces(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let offer = try await host.offer(price: 9, stock: 5)
        let draw = try await host.openDraw(places: 5, of: offer, .sha256)
        for name in ["Ines", "Omar"] { try await host.enter(draw, as: host.member(name)) }
        _ = try await host.call(WithdrawOffer(reward: offer.id), as: host.staff())
        try await host.expectSound()
        _ = try await host.call(CloseDraw(draw: draw.id), as: host.staff())
        host.clock.advance(by: .days(2))
        let outcome = try await host.resolve(draw)
        #expect(Set(outcome.winners.map(\.member)) == [host.member("Ines").member, host.member("Omar").member])
        #expect(outcome.winners.allSatisfy { $0.digest.count == 64 && $0.redemption != nil })
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func resolveDrawRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let draw = try await host.openDraw(places: 1)
        try await host.enter(draw, as: host.member("Ines"))
        await #expect(throws: ResolveDraw.Refusal.drawUnknown) {
            try await host.call(ResolveDraw(draw: .example, numbers: lottery), as: host.staff())
        }
        await #expect(throws: ResolveDraw.Refusal.drawOpen) { try await host.resolve(draw) }
        _ = try await host.call(CloseDraw(draw: draw.id), as: host.staff())
        await #expect(throws: ResolveDraw.Refusal.seedTooEarly) { try await host.resolve(draw) }
        host.clock.advance(by: .days(2))
        for wrong in [[], [lottery[0]], [lottery[0], DrawNumbers(numbers: [-1])]] {
            await #expect(throws: ResolveDraw.Refusal.numbersInvalid) { try await host.resolve(draw, wrong) }
        }
        let results = await race(6) { _ in try await host.resolve(draw) }
        #expect(results.compactMap { try? $0.get() }.count == 1)
        await #expect(throws: ResolveDraw.Refusal.drawDone) { try await host.resolve(draw) }
        await #expect(throws: Fault.self) {
            try await host.call(ResolveDraw(draw: draw.id, numbers: lottery), as: host.member("Ines"))
        }
    }
}

/// A prize in points is awarded to each winner once, however many say at once what the sources gave; and nothing comes of
/// it where one winner's account is stopped.
@Test(arguments: TestEngine.allCases)
func aPrizeInPointsIsAwardedOnce(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let members = (0..<6).map { host.member("member \($0)") }
        for member in members { try await host.give(5, to: member) }
        let draw = try await host.openDraw(
            places: 3,
            price: AssetAmount(amount: points(5)),
            prize: AssetAmount(amount: points(40))
        )
        for member in members { try await host.enter(draw, as: member) }
        try await host.closeNow(draw)
        host.clock.advance(by: .days(2))
        try await host.tamper("UPDATE account SET stopped_at = 1 WHERE kind = 'member'")
        await #expect(throws: ResolveDraw.Refusal.accountStopped) { try await host.resolve(draw) }
        try await host.tamper("UPDATE account SET stopped_at = NULL")
        let results = await race(6) { _ in try await host.resolve(draw) }
        let outcome = try #require(results.compactMap { try? $0.get() }.first)
        #expect(count(ResolveDraw.Refusal.drawDone, in: results) == 5)
        #expect(Set(outcome.winners.compactMap(\.award)).count == 3)
        let winners = Set(outcome.winners.map(\.member))
        for member in members {
            #expect(try await host.available(member) == (winners.contains(member.member) ? 40 : 0))
        }
        let awards = try await host.published(PointsMoved.self).filter { $0.kind == .award && $0.amount.wire == 40 }
        #expect(Set(awards.map(\.transfer)) == Set(outcome.winners.compactMap(\.award)))
        try await host.expectSound()
    }
}
