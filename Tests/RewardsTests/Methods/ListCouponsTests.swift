import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func couponsAreListedByPages(engine: TestEngine) async throws {
    try await Coupons.run(on: engine) { host in
        let ines = host.member("Ines")
        let end = host.clock.now + .days(3)
        let pool = try await host.pool(isLocked: true)
        try await host.importCodes("SPRING-1,\(ines.member)\nSPRING-2,\(ines.member)\nSPRING-3", into: pool, until: end)
        let first = try await host.call(ListCoupons(limit: PageLimit(wire: 1)), as: ines)
        let rest = try await host.call(ListCoupons(after: first.next), as: ines)
        #expect(try Set((first.items + rest.items).map(\.code)) == [Coupons.code(1), Coupons.code(2)])
        #expect(rest.items.map(\.expiresAt) == [end])
        #expect(rest.next == nil)
        // Only the member reads the codes.
        for caller in [host.staff(), host.backend()] {
            let listed = try await host.call(ListCoupons(member: ines.member), as: caller).items
            #expect(listed.count == 2)
            #expect(listed.allSatisfy { $0.code == nil && $0.member == ines.member })
        }
    }
}

@Test(arguments: TestEngine.allCases)
func listCouponsRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        await #expect(throws: ListCoupons.Refusal.couponsOff) {
            try await host.call(ListCoupons(), as: host.member("Ines"))
        }
    }
    try await Coupons.run(on: engine) { host in
        await #expect(throws: ListCoupons.Refusal.memberNeeded) {
            try await host.call(ListCoupons(), as: host.backend())
        }
        await #expect(throws: ListCoupons.Refusal.memberUnknown) {
            try await host.call(ListCoupons(member: host.member("Omar").member), as: host.member("Ines"))
        }
        await #expect(throws: Fault.self) { try await host.call(ListCoupons(), as: host.visitor) }
    }
}
