import Models
import RewardsAPI
import TypedSQL

// What becomes of a coupon. Each change is guarded by the state that it begins from, so of many who try one succeeds.

extension CouponTable {
    /// Changes no row where somebody has it, or it was used.
    static func give(_ coupon: Coupon.ID, to member: Member.ID, with redemption: Redemption.ID?) -> Statement {
        Statement(
            """
            UPDATE coupon SET member = \(member), redemption = \(redemption)
            WHERE id = \(coupon) AND member IS NULL AND used_at IS NULL
            """
        )
    }

    /// Changes no row where it was used or taken back, or has meanwhile become another member's.
    static func use(_ coupon: StoredCoupon, _ note: Sentence?, by actor: Actor, at now: Instant) -> Statement {
        Statement(
            """
            UPDATE coupon SET used_at = \(now), used_by = \(actor), used_note = \(note)
            WHERE id = \(coupon.id) AND used_at IS NULL AND taken_back_at IS NULL
                AND member IS NOT DISTINCT FROM \(coupon.member)
            """
        )
    }

    /// Takes back what came with an order, as far as it was not used.
    static func takeBack(with redemption: Redemption.ID, at now: Instant) -> Statement {
        Statement(
            """
            UPDATE coupon SET taken_back_at = \(now)
            WHERE redemption = \(redemption) AND used_at IS NULL AND taken_back_at IS NULL
            """
        )
    }

    static func count(with redemption: Redemption.ID) -> Query<Int> {
        Query("SELECT COUNT(*) AS coupons FROM coupon WHERE redemption = \(redemption)") { row in
            try row.get("coupons")
        }
    }

    static var samples: [SQL] {
        let coupon = StoredCoupon(
            id: .example,
            pool: .example,
            sealed: "00",
            member: nil,
            redemption: nil,
            expiresAt: nil,
            usedAt: nil,
            takenBackAt: nil
        )
        return [
            insert(coupon, .example, importedAs: .example).sql, earlier([.example], than: .example).sql,
            find(.example).sql, free(in: .example, at: .example, limit: 1).sql,
            claimed(by: .example, in: .example).sql, page(of: .example, after: "", limit: .standard).sql,
            give(.example, to: .example, with: nil).sql, use(coupon, nil, by: .example, at: .example).sql,
            takeBack(with: .example, at: .example).sql, count(with: .example).sql,
        ]
    }
}
