import Contract
import Hosting
import IdentityAPI
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func aPriceCanBeInAnyAsset(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(100, to: ines)
        let petals = AwardPoints(member: ines.member, amount: try points(30), reason: .example, asset: .petals)
        _ = try await host.call(petals, as: host.backend())
        let offer = try await host.offer("Ten per cent less", 20) { $0.asset = .petals }
        let receipt = try await host.redeem(offer, as: ines)
        #expect(receipt.asset == .petals)
        #expect(receipt.available.wire == 10)
        #expect(try await host.available(ines) == 100)
        await #expect(throws: RedeemReward.Refusal.insufficientPoints) { try await host.redeem(offer, as: ines) }
        #expect(try await host.call(ListRedemptions(), as: ines).items.map(\.asset) == [.petals])
        #expect(try await host.published(RewardRedeemed.self).map(\.asset) == [.petals])
        try await host.fulfil(receipt.redemption, .delivered)
        let statement = try await host.call(GetStatement(asset: .petals), as: ines)
        #expect(statement.lines.map(\.redemption) == [receipt.redemption, nil])
        #expect(statement.closing.wire == 10)
        try await host.fulfil(receipt.redemption, .returned, "It did not work.")
        #expect(try await host.balance(ines, .petals).available.wire == 30)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func aPeriodHasItsLimit(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        for member in [ines, omar] { try await host.give(100, to: member) }
        let offer = try await host.offer("A coffee", 1) {
            $0.perPeriod = PeriodLimit(pieces: try Quantity(wire: 2), per: .week)
        }
        await #expect(throws: RedeemReward.Refusal.limitReached) { try await host.redeem(offer, 3, as: ines) }
        let first = try await host.redeem(offer, 2, as: ines)
        await #expect(throws: RedeemReward.Refusal.limitReached) { try await host.redeem(offer, as: ines) }
        try await host.redeem(offer, as: omar)
        host.clock.advance(by: .days(7))
        try await host.redeem(offer, 2, as: ines)
        // What comes back counts in the week in which it was ordered, which is over.
        try await host.fulfil(first.redemption, .cancelled)
        await #expect(throws: RedeemReward.Refusal.limitReached) { try await host.redeem(offer, as: ines) }
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func thePeriodsLimitHoldsInARace(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(100, to: ines)
        let offer = try await host.offer("A coffee", 1) {
            $0.perPeriod = PeriodLimit(pieces: try Quantity(wire: 3), per: .day)
        }
        let results = await race(24) { _ in try await host.redeem(offer, as: ines) }
        #expect(results.won == 3)
        #expect(results.lost(by: .limitReached) == 21)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func anOfferCanBeForSomeCustomerTypes(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar, priya) = (host.member("Ines"), host.member("Omar"), host.member("Priya"))
        for member in [ines, omar, priya] { try await host.give(10, to: member) }
        for (member, type) in [(ines, CustomerType.expert), (omar, .trial)] {
            let complete = ProfileCompleted(member: member.member, customerType: type, inviter: nil)
            try await host.deliver(complete, from: IdentityInterface.self)
        }
        let offer = try await host.offer("A seat in the laboratory") { $0.customerTypes = [.expert, .leading] }
        try await host.redeem(offer, as: ines)
        for member in [omar, priya] {
            await #expect(throws: RedeemReward.Refusal.notEligible) { try await host.redeem(offer, as: member) }
        }
        #expect(try await host.call(ListOffers(), as: omar).items.map(\.customerTypes) == [[.expert, .leading]])
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func offersSpeakLanguagesAndHavePictures(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let picture = Picture(link: .example, mediaType: .webp, size: .example, sha256: .example)
        let german = RewardText(language: try LanguageTag(wire: "de"), title: try Title(wire: "Ein Becher"))
        let offer = try await host.offer("A cup") {
            $0.language = try LanguageTag(wire: "en")
            $0.description = .example
            $0.translations = [german]
            $0.pictures = [picture, picture]
        }
        host.clock.advance(by: .hours(1))
        let plain = try await host.offer("No words") { _ in }
        func shown(_ tag: String?) async throws -> [Offer] {
            let language = try tag.map { try LanguageTag(wire: $0) }
            return try await host.call(ListOffers(language: language), as: host.member("Ines")).items
        }
        #expect(try await shown(nil).map(\.title.wire) == ["A cup", "No words"])
        let swiss = try await shown("de-CH")
        #expect(swiss.map(\.title.wire) == ["Ein Becher", "No words"])
        #expect(swiss.map(\.description) == [nil, nil])
        #expect(swiss.map(\.language) == [german.language, nil])
        #expect(swiss.first?.pictures == [picture, picture])
        #expect(try await shown("en-GB").first == offer)
        #expect(try await shown("fr").map(\.id) == [offer.id, plain.id])
        #expect(try await shown("fr").first == offer)
    }
}

@Test(arguments: TestEngine.allCases)
func offerRefusesListsThatAreNoLists(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let text = RewardText(language: .example, title: .example)
        await #expect(throws: OfferReward.Refusal.languageTwice) {
            _ = try await host.offer("A cup") { ($0.language, $0.translations) = (.example, [text]) }
        }
        let picture = Picture(link: .example, mediaType: .png, size: .example, sha256: .example)
        await #expect(throws: OfferReward.Refusal.tooMany) {
            _ = try await host.offer("A cup") { $0.pictures = Array(repeating: picture, count: 11) }
        }
        await #expect(throws: OfferReward.Refusal.tooMany) {
            _ = try await host.offer("A cup") { $0.translations = Array(repeating: text, count: 41) }
        }
    }
}
