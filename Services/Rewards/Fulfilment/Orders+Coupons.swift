import Hosting
import Models
import RewardsAPI
import TypedSQL

// A reward with a pool of coupons is handed over at once: each piece is a coupon.

extension Orders {
    /// Whether the pool of a reward has a coupon for each piece; also where the reward has no pool. The pool stays locked,
    /// so what is there now is there when the order is placed.
    func hasCoupons(for reward: Reward.ID, _ units: Quantity) throws -> Bool {
        guard let pool = try work.first(CouponPoolTable.of(reward)) else { return true }
        try work.run(CouponPoolTable.lock(pool.id))
        return try work.all(CouponTable.free(in: pool.id, at: work.now, limit: units.wire)).count == units.wire
    }

    /// Delivers an order of a reward that has a pool; of other rewards it stays as it is.
    ///
    /// - Returns: the order as it is afterwards.
    func deliverCoupons(_ order: Order) throws -> Order {
        guard let pool = try work.first(CouponPoolTable.of(order.record.reward)) else { return order }
        let (record, limit) = (order.record, order.record.units.wire)
        let coupons = try work.all(CouponTable.free(in: pool.id, at: work.now, limit: limit))
        for coupon in coupons {
            guard try work.run(CouponTable.give(coupon.id, to: record.member, with: record.id)) == 1 else {
                throw Ledger.Broken()
            }
        }
        guard coupons.count == limit else { throw Ledger.Broken() }
        var delivered = order
        if let hold = order.hold, let price = record.paid {
            let ledger = Ledger(work)
            guard let open = try ledger.begin(ending: hold, .hold) else { throw Ledger.Broken() }
            delivered.payment = try ledger.postHold(open, price).id
        }
        (delivered.record.state, delivered.record.closedAt) = (.delivered, work.now)
        guard try move(delivered, from: .ordered, by: .member(record.member)) else { throw Ledger.Broken() }
        try work.publish(RewardFulfilled(redemption: record.id, reward: record.reward, member: record.member))
        return delivered
    }

    /// - Returns: whether none of the coupons that came with an order was used; they are then of no use any more.
    func takeCouponsBack(of redemption: Redemption.ID) throws -> Bool {
        let coupons = try work.one(CouponTable.count(with: redemption))
        return try coupons == 0 || work.run(CouponTable.takeBack(with: redemption, at: work.now)) == coupons
    }
}

extension StoredCoupon {
    /// - Parameter keys: to read the code with; nil where it is not to be shown.
    func record(_ keys: CouponKeys?) throws -> CouponRecord {
        CouponRecord(
            id: id,
            pool: pool,
            code: try keys?.open(sealed, of: id),
            member: member,
            redemption: redemption,
            expiresAt: expiresAt,
            usedAt: usedAt,
            takenBackAt: takenBackAt
        )
    }
}
