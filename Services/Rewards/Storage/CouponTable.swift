import Models
import RewardsAPI
import TypedSQL

/// A coupon as it is stored.
struct StoredCoupon: Hashable, Sendable {
    let id: Coupon.ID
    let pool: CouponPool.ID
    let sealed: String
    let member: Member.ID?
    let redemption: Redemption.ID?
    let expiresAt: Instant?
    let usedAt: Instant?
    let takenBackAt: Instant?
}

enum CouponTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE coupon (
            id TEXT NOT NULL PRIMARY KEY,
            pool TEXT NOT NULL,
            import TEXT NOT NULL,
            digest TEXT NOT NULL,
            sealed TEXT NOT NULL,
            member TEXT,
            redemption TEXT,
            expires_at BIGINT,
            used_at BIGINT,
            used_by TEXT,
            used_note TEXT,
            taken_back_at BIGINT,
            CONSTRAINT coupon_used CHECK ((used_at IS NULL) = (used_by IS NULL)),
            CONSTRAINT coupon_end CHECK (used_at IS NULL OR taken_back_at IS NULL),
            CONSTRAINT coupon_ordered CHECK (redemption IS NULL OR member IS NOT NULL),
            CONSTRAINT coupon_taken_back CHECK (taken_back_at IS NULL OR redemption IS NOT NULL),
            CONSTRAINT coupon_pool_of FOREIGN KEY (pool) REFERENCES coupon_pool (id),
            CONSTRAINT coupon_redemption FOREIGN KEY (redemption) REFERENCES redemption (id)
        )
        """,
        "CREATE UNIQUE INDEX coupon_digest ON coupon (digest)",
        "CREATE INDEX coupon_free ON coupon (pool, id) WHERE member IS NULL",
        "CREATE INDEX coupon_member ON coupon (member, id) WHERE member IS NOT NULL",
        "CREATE INDEX coupon_with ON coupon (redemption) WHERE redemption IS NOT NULL",
    ]

    /// Adds nothing where a pool has the code.
    static func insert(
        _ coupon: StoredCoupon,
        _ digest: Digest,
        importedAs batch: Occurrence.ID
    ) -> Statement {
        Statement(
            """
            INSERT INTO coupon (id, pool, import, digest, sealed, member, expires_at)
            VALUES (
                \(coupon.id), \(coupon.pool), \(batch), \(digest), \(coupon.sealed), \(coupon.member),
                \(coupon.expiresAt)
            )
            ON CONFLICT (digest) DO NOTHING
            """
        )
    }

    /// Which of these codes were there before that import.
    static func earlier(_ digests: [Digest], than batch: Occurrence.ID) -> Query<Digest> {
        Query("SELECT digest FROM coupon WHERE digest IN \(list: digests) AND import <> \(batch)") { row in
            try row.get("digest")
        }
    }

    static func find(_ digest: Digest) -> Query<StoredCoupon> {
        Query("SELECT \(columns) FROM coupon WHERE digest = \(digest)", StoredCoupon.init(row:))
    }

    /// The next ones that nobody has, in the order of import.
    static func free(in pool: CouponPool.ID, at now: Instant, limit: Int64) -> Query<StoredCoupon> {
        Query(
            """
            SELECT \(columns) FROM coupon
            WHERE pool = \(pool) AND member IS NULL AND used_at IS NULL
                AND (expires_at IS NULL OR expires_at > \(now))
            ORDER BY id LIMIT \(limit)
            """,
            StoredCoupon.init(row:)
        )
    }

    /// What a member claimed of a pool or was given by its import.
    static func claimed(by member: Member.ID, in pool: CouponPool.ID) -> Query<StoredCoupon> {
        Query(
            "SELECT \(columns) FROM coupon WHERE member = \(member) AND pool = \(pool) ORDER BY id LIMIT 1",
            StoredCoupon.init(row:)
        )
    }

    /// One row more than the limit where there are more.
    static func page(of member: Member.ID, after id: String, limit: PageLimit) -> Query<StoredCoupon> {
        Query(
            """
            SELECT \(columns) FROM coupon WHERE member = \(member) AND id > \(id)
            ORDER BY id LIMIT \(limit.count + 1)
            """,
            StoredCoupon.init(row:)
        )
    }

    private static let columns: SQL = "id, pool, sealed, member, redemption, expires_at, used_at, taken_back_at"
}

extension StoredCoupon {
    init(row: Row) throws {
        self.init(
            id: try row.get("id"),
            pool: try row.get("pool"),
            sealed: try row.get("sealed"),
            member: try row.get("member"),
            redemption: try row.get("redemption"),
            expiresAt: try row.get("expires_at"),
            usedAt: try row.get("used_at"),
            takenBackAt: try row.get("taken_back_at")
        )
    }
}
