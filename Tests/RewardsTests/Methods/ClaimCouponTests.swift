import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func aMemberHasOneCouponOfAPool(engine: TestEngine) async throws {
    try await Coupons.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        let pool = try await host.pool(codes: 1...2)
        let first = try await host.claim(pool, as: ines)
        #expect(try await host.claim(pool, as: ines) == first)
        #expect(try await host.claim(pool, as: omar).code != first.code)
        await #expect(throws: ClaimCoupon.Refusal.poolEmpty) { try await host.claim(pool, as: host.member("Priya")) }
        #expect(try await host.call(ListCoupons(), as: ines).items == [first])
        var hidden = first
        hidden.code = nil
        #expect(try await host.call(ListCoupons(member: ines.member), as: host.backend()).items == [hidden])
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func claimCouponRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let claim = ClaimCoupon(pool: .example)
        await #expect(throws: ClaimCoupon.Refusal.couponsOff) { try await host.call(claim, as: host.member("Ines")) }
    }
    try await Coupons.run(on: engine) { host in
        let ines = host.member("Ines")
        await #expect(throws: ClaimCoupon.Refusal.poolUnknown) {
            try await host.call(ClaimCoupon(pool: .example), as: ines)
        }
        let sold = try await host.pool(of: try await host.offer(price: 1), codes: 1...2)
        await #expect(throws: ClaimCoupon.Refusal.poolNotFree) { try await host.claim(sold, as: ines) }
        let late = try await host.pool()
        try await host.importCodes("SPRING-7", into: late, until: host.clock.now + .hours(1))
        host.clock.advance(by: .hours(1))
        await #expect(throws: ClaimCoupon.Refusal.poolEmpty) { try await host.claim(late, as: ines) }
    }
}

@Test(arguments: TestEngine.allCases)
func ofAHundredOneGetsTheLastCoupon(engine: TestEngine) async throws {
    try await Coupons.run(on: engine) { host in
        let pool = try await host.pool(codes: 1...1)
        let results = await race(100) { try await host.claim(pool, as: host.member("member \($0)")) }
        #expect(results.compactMap { try? $0.get() }.count == 1)
        let lost = results.filter { result in
            if case .failure(let error) = result { error as? ClaimCoupon.Refusal == .poolEmpty } else { false }
        }
        #expect(lost.count == 99)
        #expect(try await host.figures(of: pool) == [1, 0, 1, 0, 0, 0])
    }
}

/// Of more members than codes each code goes to one, and who comes late gets none.
@Test(arguments: TestEngine.allCases)
func eachCodeGoesToOneMember(engine: TestEngine) async throws {
    try await Coupons.run(on: engine) { host in
        let pool = try await host.pool(codes: 1...25)
        let results = await race(60) { try await host.claim(pool, as: host.member("member \($0)")) }
        let claimed = results.compactMap { try? $0.get() }
        #expect(claimed.count == 25)
        #expect(Set(claimed.compactMap(\.code)).count == 25)
        #expect(Set(claimed.compactMap(\.member)).count == 25)
        #expect(count(ClaimCoupon.Refusal.poolEmpty, in: results) == 35)
        #expect(try await host.figures(of: pool) == [25, 0, 25, 0, 0, 0])
        try await host.expectSound()
    }
}

/// Members claim while the shop uses codes that nobody has claimed: no coupon goes two ways.
@Test(arguments: TestEngine.allCases)
func claimsAndUsesDoNotMeet(engine: TestEngine) async throws {
    try await Coupons.run(on: engine) { host in
        let pool = try await host.pool(codes: 1...20)
        let results = await race(40) { number -> CouponRecord in
            if number.isMultiple(of: 2) { return try await host.use(Coupons.code(20 - number / 2)) }
            return try await host.claim(pool, as: host.member("member \(number)"))
        }
        let records = results.compactMap { try? $0.get() }
        let claimed = records.filter { $0.usedAt == nil }.map(\.id)
        #expect(Set(claimed).count == claimed.count)
        let figures = try await host.figures(of: pool)
        #expect(figures[0] == 20)
        #expect(figures[3] == 20)
        #expect(figures[1] == 0)
        try await host.expectSound()
    }
}
