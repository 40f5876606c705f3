import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func offerIsTold(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let offer = try await host.offer(price: 30, stock: 3, perMember: 1)
        #expect(offer.left?.wire == 3)
        #expect(offer.from == host.clock.now)
        let told = try await host.published(RewardOffered.self)
        #expect(told.map(\.reward) == [offer.id])
        #expect(told.first?.price == offer.price)
    }
}

@Test(arguments: TestEngine.allCases)
func offerRefusesAPeriodThatIsOver(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        await #expect(throws: OfferReward.Refusal.periodEmpty) {
            _ = try await host.offer(price: 30, until: host.clock.now)
        }
        let offer = OfferReward(title: .example, kind: .badge, price: .example)
        await #expect(throws: Fault.self) { try await host.call(offer, as: host.member("Ines")) }
    }
}

@Test(arguments: TestEngine.allCases)
func anOfferCanAskForALevel(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar, priya) = (host.member("Ines"), host.member("Omar"), host.member("Priya"))
        let silver = try LevelKey(wire: "silver")
        await #expect(throws: OfferReward.Refusal.levelUnknown) {
            _ = try await host.offer("A tour of the works") { $0.minimumLevel = silver }
        }
        try await host.levels()
        await #expect(throws: OfferReward.Refusal.levelUnknown) {
            _ = try await host.offer("A tour of the works") { $0.minimumLevel = try LevelKey(wire: "platinum") }
        }
        for member in [ines, omar, priya] { try await host.give(30, to: member) }
        try await host.ideas(2, by: ines)
        try await host.ideas(1, by: omar)
        let offer = try await host.offer("A tour of the works") { $0.minimumLevel = silver }
        #expect(try await host.call(ListOffers(), as: omar).items.map(\.minimumLevel) == [silver])
        try await host.redeem(offer, as: ines)
        await #expect(throws: RedeemReward.Refusal.levelTooLow) { try await host.redeem(offer, as: omar) }
        await #expect(throws: RedeemReward.Refusal.levelTooLow) { try await host.redeem(offer, as: priya) }
        #expect(try await host.available(omar) == 30)
        // The level is asked for when it is ordered; what was earned counts, and not the balance.
        try await host.charge(15, from: omar)
        try await host.ideas(1, by: omar)
        try await host.redeem(offer, as: omar)
        let until = host.clock.now + .days(1)
        let byHand = SetLevel(member: priya.member, reason: .example, level: try LevelKey(wire: "gold"), until: until)
        _ = try await host.call(byHand, as: host.staff())
        try await host.redeem(offer, as: priya)
        host.clock.advance(by: .days(1))
        await #expect(throws: RedeemReward.Refusal.levelTooLow) { try await host.redeem(offer, as: priya) }
        try await host.expectSound()
    }
}

/// A level that the programme no longer has is reached by nobody, so nothing is given away by a slip.
@Test(arguments: TestEngine.allCases)
func aLevelThatIsGoneOpensNothing(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.levels()
        try await host.give(30, to: ines)
        try await host.ideas(3, by: ines)
        let offer = try await host.offer("A tour of the works") { $0.minimumLevel = try LevelKey(wire: "silver") }
        let only = LevelTerms(key: .example, title: .example, points: .zero, contributions: .example, privileges: [])
        let define = DefineLevels(
            levels: [only],
            contributions: [.ideaSubmitted],
            period: .example,
            downgrade: .full
        )
        _ = try await host.call(define, as: host.staff())
        #expect(try await host.level(ines) == LevelKey.example.wire)
        await #expect(throws: RedeemReward.Refusal.levelTooLow) { try await host.redeem(offer, as: ines) }
        await #expect(throws: Never.self) { _ = try await host.gift(offer, to: ines) }
    }
}
