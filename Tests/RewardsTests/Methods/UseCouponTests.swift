import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func aCouponIsUsedOnce(engine: TestEngine) async throws {
    try await Coupons.run(on: engine) { host in
        let ines = host.member("Ines")
        let pool = try await host.pool(codes: 1...1)
        let claimed = try await host.claim(pool, as: ines)
        let use = UseCoupon(code: try #require(claimed.code))
        let first = try await host.rawCall(use, as: host.backend().once("till-1"))
        #expect(try await host.rawCall(use, as: host.backend().once("till-1")) == first)
        await #expect(throws: UseCoupon.Refusal.couponUsed) { try await host.call(use, as: host.backend()) }
        #expect(try await host.published(CouponUsed.self).map(\.member) == [ines.member])
        #expect(try await host.call(ListCoupons(), as: ines).items.map(\.usedAt) == [host.clock.now])
    }
}

@Test(arguments: TestEngine.allCases)
func useCouponRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        await #expect(throws: UseCoupon.Refusal.couponsOff) { try await host.use(.example) }
    }
    try await Coupons.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        await #expect(throws: UseCoupon.Refusal.couponUnknown) { try await host.use(.example) }
        await #expect(throws: Fault.self) { try await host.call(UseCoupon(code: .example), as: ines) }
        let locked = try await host.pool(isLocked: true)
        let end = host.clock.now + .days(1)
        try await host.importCodes(
            "SPRING-1,\(ines.member)\nSPRING-2,\(ines.member)\nSPRING-3",
            into: locked,
            until: end
        )
        for stranger in [omar, nil] {
            await #expect(throws: UseCoupon.Refusal.wrongRecipient) {
                try await host.use(Coupons.code(1), by: stranger)
            }
        }
        await #expect(throws: UseCoupon.Refusal.wrongRecipient) { try await host.use(Coupons.code(3), by: omar) }
        try await host.use(Coupons.code(1), by: ines)
        await #expect(throws: UseCoupon.Refusal.wrongRecipient) { try await host.use(Coupons.code(1), by: omar) }
        await #expect(throws: UseCoupon.Refusal.couponUsed) { try await host.use(Coupons.code(1), by: ines) }
        host.clock.advance(by: .days(1))
        await #expect(throws: UseCoupon.Refusal.couponExpired) { try await host.use(Coupons.code(2), by: omar) }
        await #expect(throws: UseCoupon.Refusal.couponUsed) { try await host.use(Coupons.code(1), by: ines) }
        let sold = try await host.pool(of: try await host.offer(price: 1), codes: 7...7)
        await #expect(throws: UseCoupon.Refusal.couponUnknown) { try await host.use(Coupons.code(7)) }
        #expect(try await host.figures(of: sold) == [1, 1, 0, 0, 0, 0])
        #expect(try await host.figures(of: locked) == [3, 0, 0, 1, 2, 0])
    }
}

@Test(arguments: TestEngine.allCases)
func aCouponIsUsedOnceInARace(engine: TestEngine) async throws {
    try await Coupons.run(on: engine) { host in
        let pool = try await host.pool(codes: 1...1)
        let results = await race(32) { _ in try await host.use(Coupons.code(1)) }
        #expect(results.compactMap { try? $0.get() }.count == 1)
        #expect(try await host.published(CouponUsed.self).count == 1)
        #expect(try await host.figures(of: pool) == [1, 0, 0, 1, 0, 0])
    }
}

/// A reward with a pool is handed over at once, comes back only while none of its coupons was used, and is then of no
/// use.
@Test(arguments: TestEngine.allCases)
func anOrderBringsItsCoupons(engine: TestEngine) async throws {
    try await Coupons.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        for member in [ines, omar] { try await host.give(100, to: member) }
        let offer = try await host.offer(price: 10)
        let pool = try await host.pool(of: offer, codes: 1...4)
        let receipt = try await host.redeem(offer, 2, as: ines)
        #expect(receipt.available.wire == 80)
        #expect(try await host.balance(ines).held == .zero)
        #expect(try await host.call(ListRedemptions(), as: ines).items.map(\.state) == [.delivered])
        #expect(try await host.call(ListTasks(), as: host.staff()).items.isEmpty)
        let coupons = try await host.call(ListCoupons(), as: ines).items
        #expect(coupons.map(\.redemption) == [receipt.redemption, receipt.redemption])
        await #expect(throws: RedeemReward.Refusal.outOfStock) { try await host.redeem(offer, 3, as: omar) }
        let gift = try await host.gift(offer, to: omar)
        #expect(gift.state == .delivered)
        try await host.fulfil(receipt.redemption, .returned)
        #expect(try await host.available(ines) == 100)
        let code = try #require(coupons.first?.code)
        await #expect(throws: UseCoupon.Refusal.couponTakenBack) { try await host.use(code) }
        let used = try #require(try await host.call(ListCoupons(), as: omar).items.first?.code)
        try await host.use(used)
        await #expect(throws: FulfilRedemption.Refusal.couponUsed) { try await host.fulfil(gift.id, .returned) }
        #expect(try await host.figures(of: pool) == [4, 1, 0, 1, 0, 2])
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func ordersOfTheLastCouponsHaveAsManyWinners(engine: TestEngine) async throws {
    try await Coupons.run(on: engine) { host in
        for number in 0..<30 { try await host.give(10, to: host.member("member \(number)")) }
        let offer = try await host.offer(price: 10)
        let pool = try await host.pool(of: offer, codes: 1...3)
        let results = await race(30) { try await host.redeem(offer, as: host.member("member \($0)")) }
        #expect(results.won == 3)
        #expect(results.lost(by: .outOfStock) == 27)
        #expect(try await host.figures(of: pool) == [3, 0, 3, 0, 0, 0])
        try await host.expectSound()
    }
}

/// A coupon is used or goes back with its order, and never both.
@Test(arguments: TestEngine.allCases)
func useAndReturnDoNotMeet(engine: TestEngine) async throws {
    try await Coupons.run(on: engine) { host in
        let ines = host.member("Ines")
        let offer = try await host.offer(price: 10)
        _ = try await host.pool(of: offer, codes: 1...8)
        for number in 1...8 {
            let gift = try await host.gift(offer, to: ines)
            let results = await race(4) { racer -> Bool in
                if racer.isMultiple(of: 2) { return try await host.use(Coupons.code(number)).usedAt != nil }
                return try await host.fulfil(gift.id, .returned).state == .returned
            }
            #expect(results.compactMap { try? $0.get() }.count == 1)
        }
        try await host.expectSound()
    }
}
