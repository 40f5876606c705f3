import Models
import RewardsAPI
import TypedSQL

/// What is on offer and how much of it is left. Price and limits never change once offered.
enum RewardTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE reward (
            id TEXT NOT NULL PRIMARY KEY,
            title TEXT NOT NULL,
            kind TEXT NOT NULL,
            price BIGINT NOT NULL,
            stock BIGINT,
            on_hand BIGINT,
            taken BIGINT NOT NULL,
            per_member BIGINT,
            starts_at BIGINT NOT NULL,
            ends_at BIGINT,
            offered_by TEXT NOT NULL,
            offered_at BIGINT NOT NULL,
            CONSTRAINT reward_price CHECK (price > 0),
            CONSTRAINT reward_taken CHECK (taken >= 0),
            CONSTRAINT reward_on_hand CHECK (on_hand >= 0),
            CONSTRAINT reward_stock CHECK ((stock IS NULL) = (on_hand IS NULL) AND on_hand + taken = stock),
            CONSTRAINT reward_per_member CHECK (per_member > 0),
            CONSTRAINT reward_end CHECK (ends_at > starts_at)
        )
        """,
        """
        CREATE TABLE allotment (
            reward TEXT NOT NULL,
            member TEXT NOT NULL,
            units BIGINT NOT NULL,
            PRIMARY KEY (reward, member),
            CONSTRAINT allotment_units CHECK (units >= 0),
            CONSTRAINT allotment_reward FOREIGN KEY (reward) REFERENCES reward (id)
        )
        """,
    ]

    static func insert(_ offer: Offer, by actor: Actor, at now: Instant) -> Statement {
        Statement(
            """
            INSERT INTO reward
                (id, title, kind, price, stock, on_hand, taken, per_member, starts_at, ends_at, offered_by, offered_at)
            VALUES (
                \(offer.id), \(offer.title), \(offer.kind), \(offer.price), \(offer.left), \(offer.left), 0,
                \(offer.perMember), \(offer.from), \(offer.until), \(actor), \(now)
            )
            """
        )
    }

    static func find(_ id: Reward.ID) -> Query<Offer> {
        Query("SELECT \(columns) FROM reward WHERE id = \(id)", read)
    }

    /// In the order in which they were offered, one row more than the limit where there are more.
    static func open(at now: Instant, after id: String, limit: PageLimit) -> Query<Offer> {
        Query(
            """
            SELECT \(columns) FROM reward
            WHERE id > \(id) AND starts_at <= \(now) AND (ends_at IS NULL OR ends_at > \(now))
            ORDER BY id LIMIT \(limit.count + 1)
            """,
            read
        )
    }

    /// Changes no row where fewer are left: of many who want the last piece one gets it.
    static func take(_ units: Quantity, of id: Reward.ID) -> Statement {
        Statement(
            """
            UPDATE reward SET on_hand = on_hand - \(units), taken = taken + \(units)
            WHERE id = \(id) AND (on_hand IS NULL OR on_hand >= \(units))
            """
        )
    }

    static func giveBack(_ units: Quantity, of id: Reward.ID) -> Statement {
        Statement(
            "UPDATE reward SET on_hand = on_hand + \(units), taken = taken - \(units) WHERE id = \(id)"
        )
    }

    private static let columns: SQL = "id, title, kind, price, on_hand, per_member, starts_at, ends_at"

    private static let read: @Sendable (Row) throws -> Offer = { row in
        Offer(
            id: try row.get("id"),
            title: try row.get("title"),
            kind: try row.get("kind"),
            price: try row.get("price"),
            left: try row.get("on_hand"),
            perMember: try row.get("per_member"),
            from: try row.get("starts_at"),
            until: try row.get("ends_at")
        )
    }

    static var samples: [SQL] {
        let offer = Offer(
            id: .example,
            title: .example,
            kind: .coupon,
            price: .example,
            left: nil,
            perMember: nil,
            from: .example,
            until: nil
        )
        return [
            insert(offer, by: .example, at: .example).sql, find(.example).sql,
            open(at: .example, after: "", limit: .standard).sql, take(.one, of: .example).sql,
            giveBack(.one, of: .example).sql,
        ]
    }
}
