import Contract
import Hosting
import IdentityAPI
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

@Test(arguments: TestEngine.allCases)
func theCatalogueShowsWhatIsForACaller(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.levels()
        try await host.give(20, to: ines)
        try await host.ideas(2, by: ines)
        for (member, type) in [(ines, CustomerType.expert), (omar, .trial)] {
            let complete = ProfileCompleted(member: member.member, customerType: type, inviter: nil)
            try await host.deliver(complete, from: IdentityInterface.self)
        }
        _ = try await host.offer("For all") { _ in }
        _ = try await host.offer("For experts") { $0.customerTypes = [.leading, .expert] }
        _ = try await host.offer("For bronze") { $0.minimumLevel = try LevelKey(wire: "bronze") }
        _ = try await host.offer("For gold") { $0.minimumLevel = try LevelKey(wire: "gold") }
        _ = try await host.offer("A coupon") { $0.kind = .coupon }
        func titles(_ list: ListOffers, _ caller: TestCaller) async throws -> [String] {
            try await host.call(list, as: caller).items.map(\.title.wire)
        }
        let mine = ListOffers(isForMe: true)
        #expect(try await titles(mine, ines) == ["For all", "For experts", "For bronze", "A coupon"])
        #expect(try await titles(mine, omar) == ["For all", "A coupon"])
        #expect(try await titles(mine, host.member("Priya")) == ["For all", "A coupon"])
        #expect(try await titles(mine, host.backend()) == ["For all", "A coupon"])
        #expect(try await titles(ListOffers(kinds: [.coupon, .voucher]), ines) == ["A coupon"])
        #expect(try await titles(ListOffers(kinds: [.coupon], isForMe: true), omar) == ["A coupon"])
        #expect(try await titles(ListOffers(kinds: [.charity]), omar) == [])
        #expect(try await titles(ListOffers(), omar).count == 5)
        let first = try await host.call(ListOffers(limit: PageLimit(wire: 1), isForMe: true), as: omar)
        #expect(try await titles(ListOffers(after: first.next, isForMe: true), omar) == ["A coupon"])
    }
}
