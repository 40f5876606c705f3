import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func openCouponPoolRefuses(engine: TestEngine) async throws {
    let open = OpenCouponPool(title: .example, reward: .example)
    try await Harness<RewardsService>.run(on: engine) { host in
        await #expect(throws: OpenCouponPool.Refusal.couponsOff) { try await host.call(open, as: host.staff()) }
    }
    try await Coupons.run(on: engine) { host in
        await #expect(throws: OpenCouponPool.Refusal.rewardUnknown) { try await host.call(open, as: host.staff()) }
        await #expect(throws: Fault.self) { try await host.call(open, as: host.member("Ines")) }
        let offer = try await host.offer(price: 1)
        #expect(try await host.pool(of: offer).reward == offer.id)
        await #expect(throws: OpenCouponPool.Refusal.rewardHasPool) { try await host.pool(of: offer) }
    }
}
