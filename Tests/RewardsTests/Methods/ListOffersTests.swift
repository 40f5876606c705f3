import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func catalogueShowsWhatIsOnOfferNow(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let now = host.clock.now
        let ending = try await host.offer(price: 1, until: now + .days(1))
        host.clock.advance(by: .minutes(1))
        let coming = try await host.offer(price: 2, from: now + .days(2))
        host.clock.advance(by: .minutes(1))
        let lasting = try await host.offer(price: 3, stock: 1)
        let ines = host.member("Ines")
        #expect(try await host.call(ListOffers(), as: ines).items.map(\.id) == [ending.id, lasting.id])
        let first = try await host.call(ListOffers(limit: PageLimit(wire: 1)), as: ines)
        #expect(first.items.map(\.id) == [ending.id])
        #expect(try await host.call(ListOffers(after: first.next), as: ines).items.map(\.id) == [lasting.id])
        host.clock.advance(by: .days(2))
        #expect(try await host.call(ListOffers(), as: ines).items.map(\.id) == [coming.id, lasting.id])
    }
}

@Test(arguments: TestEngine.allCases)
func catalogueKeepsWhatIsSoldOut(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        try await host.redeem(try await host.offer(price: 3, stock: 1), as: ines)
        #expect(try await host.call(ListOffers(), as: ines).items.map(\.left) == [.zero])
    }
}
