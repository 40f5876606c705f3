import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func withdrawnIsWithdrawnAndRedeemedStaysRedeemed(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(100, to: ines)
        let offer = try await host.offer(price: 10, stock: 5)
        let receipt = try await host.redeem(offer, as: ines)
        let withdraw = WithdrawOffer(reward: offer.id)
        let gone = try await host.call(withdraw, as: host.staff())
        #expect(gone.withdrawnAt == host.clock.now)
        host.clock.advance(by: .hours(1))
        #expect(try await host.call(withdraw, as: host.staff()) == gone)
        #expect(try await host.published(OfferWithdrawn.self).map(\.reward) == [offer.id])
        #expect(try await host.call(ListOffers(), as: ines).items.isEmpty)
        await #expect(throws: RedeemReward.Refusal.notOffered) { try await host.redeem(offer, as: ines) }
        await #expect(throws: GiveGift.Refusal.notOffered) { try await host.gift(offer, to: ines) }
        #expect(try await host.fulfil(receipt.redemption, .delivered).state == .delivered)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func withdrawRefusesWhatIsNotThere(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        await #expect(throws: WithdrawOffer.Refusal.rewardUnknown) {
            try await host.call(WithdrawOffer(reward: .example), as: host.staff())
        }
        await #expect(throws: Fault.self) {
            try await host.call(WithdrawOffer(reward: .example), as: host.member("Ines"))
        }
    }
}

/// Who orders while it is withdrawn gets it or is told that it is not on offer, and nothing else.
@Test(arguments: TestEngine.allCases)
func withdrawIsSafeInARace(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(100, to: ines)
        let offer = try await host.offer(price: 1, stock: 50)
        let results = await race(32) { number -> Receipt in
            if number == 9 { _ = try await host.call(WithdrawOffer(reward: offer.id), as: host.staff()) }
            return try await host.redeem(offer, as: ines)
        }
        #expect(results.won + results.lost(by: .notOffered) == 32)
        #expect(results.lost(by: .notOffered) >= 1)
        #expect(try await host.available(ines) == 100 - Int64(results.won))
        try await host.expectSound()
    }
}
