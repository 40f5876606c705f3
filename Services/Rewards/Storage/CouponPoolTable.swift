import Models
import RewardsAPI
import TypedSQL

/// A pool without the figures of its coupons.
struct StoredPool: Hashable, Sendable {
    let id: CouponPool.ID
    let title: Title
    let reward: Reward.ID?
    let isLocked: Bool
}

enum CouponPoolTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE coupon_pool (
            id TEXT NOT NULL PRIMARY KEY,
            title TEXT NOT NULL,
            reward TEXT,
            is_locked BOOLEAN NOT NULL,
            opened_by TEXT NOT NULL,
            opened_at BIGINT NOT NULL,
            CONSTRAINT coupon_pool_reward FOREIGN KEY (reward) REFERENCES reward (id)
        )
        """,
        "CREATE UNIQUE INDEX coupon_pool_of_reward ON coupon_pool (reward) WHERE reward IS NOT NULL",
    ]

    /// Adds nothing where the reward has a pool.
    static func insert(_ pool: StoredPool, by actor: Actor, at now: Instant) -> Statement {
        Statement(
            """
            INSERT INTO coupon_pool (id, title, reward, is_locked, opened_by, opened_at)
            VALUES (\(pool.id), \(pool.title), \(pool.reward), \(pool.isLocked), \(actor), \(now))
            ON CONFLICT DO NOTHING
            """
        )
    }

    static func find(_ id: CouponPool.ID) -> Query<StoredPool> {
        Query("SELECT id, title, reward, is_locked FROM coupon_pool WHERE id = \(id)", read)
    }

    static func of(_ reward: Reward.ID) -> Query<StoredPool> {
        Query("SELECT id, title, reward, is_locked FROM coupon_pool WHERE reward = \(reward)", read)
    }

    private static let read: @Sendable (Row) throws -> StoredPool = { row in
        StoredPool(
            id: try row.get("id"),
            title: try row.get("title"),
            reward: try row.get("reward"),
            isLocked: try row.get("is_locked")
        )
    }

    /// Keeps everybody else who would take a coupon of the pool waiting until the transaction ends.
    static func lock(_ id: CouponPool.ID) -> Statement {
        Statement("UPDATE coupon_pool SET title = title WHERE id = \(id)")
    }

    /// One pool, or a page of all: one row more than the limit where there are more.
    static func figures(_ id: CouponPool.ID?, at now: Instant, after last: String = "", limit: Int = 1) -> Query<
        CouponPoolRecord
    > {
        let which: SQL = id.map { "id = \($0)" } ?? "id > \(last)"
        return Query(
            """
            SELECT p.id AS id, p.title, p.reward, p.is_locked, COUNT(c.id) AS coupons,
                COUNT(c.used_at) AS used, COUNT(c.taken_back_at) AS taken_back,
                COUNT(*) FILTER (WHERE \(isUnused) AND c.expires_at <= \(now)) AS expired,
                COUNT(*) FILTER (WHERE \(isUnused) AND (c.expires_at IS NULL OR c.expires_at > \(now))
                    AND c.member IS NOT NULL) AS held
            FROM (SELECT * FROM coupon_pool WHERE \(which) ORDER BY id LIMIT \(limit)) p
            LEFT JOIN coupon c ON c.pool = p.id
            GROUP BY p.id, p.title, p.reward, p.is_locked ORDER BY id
            """,
            CouponPoolRecord.init(row:)
        )
    }

    private static let isUnused: SQL = "c.used_at IS NULL AND c.taken_back_at IS NULL"

    static var samples: [SQL] {
        let pool = StoredPool(id: .example, title: .example, reward: nil, isLocked: true)
        return [
            insert(pool, by: .example, at: .example).sql, find(.example).sql, of(.example).sql, lock(.example).sql,
            figures(.example, at: .example).sql, figures(nil, at: .example, after: "", limit: 2).sql,
        ]
    }
}

extension CouponPoolRecord {
    fileprivate init(row: Row) throws {
        let all = try row.get("coupons", as: Int64.self)
        let (used, takenBack) = (try row.get("used", as: Int64.self), try row.get("taken_back", as: Int64.self))
        let (expired, held) = (try row.get("expired", as: Int64.self), try row.get("held", as: Int64.self))
        self.init(
            id: try row.get("id"),
            title: try row.get("title"),
            reward: try row.get("reward"),
            isLocked: try row.get("is_locked"),
            all: try Count(wire: all),
            free: try Count(wire: all - used - takenBack - expired - held),
            held: try Count(wire: held),
            used: try Count(wire: used),
            expired: try Count(wire: expired),
            takenBack: try Count(wire: takenBack)
        )
    }
}
