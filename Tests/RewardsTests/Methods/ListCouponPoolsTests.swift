import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func poolsAreListedWithTheirFigures(engine: TestEngine) async throws {
    try await Coupons.run(on: engine) { host in
        let pool = try await host.pool(codes: 1...4)
        try await host.importCodes("SPRING-9", into: pool, until: host.clock.now + .days(1))
        host.clock.advance(by: .days(1))
        let empty = try await host.pool()
        try await host.claim(pool, as: host.member("Ines"))
        try await host.use(Coupons.code(4))
        #expect(try await host.figures(of: pool) == [5, 2, 1, 1, 1, 0])
        #expect(try await host.figures(of: empty) == [0, 0, 0, 0, 0, 0])
        let first = try await host.call(ListCouponPools(limit: PageLimit(wire: 1)), as: host.staff())
        #expect(first.items.map(\.id) == [pool.id])
        #expect(try await host.call(ListCouponPools(after: first.next), as: host.staff()).items.map(\.id) == [empty.id])
        await #expect(throws: Fault.self) { try await host.call(ListCouponPools(), as: host.member("Ines")) }
    }
}
