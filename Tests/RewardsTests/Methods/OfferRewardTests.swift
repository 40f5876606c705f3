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
