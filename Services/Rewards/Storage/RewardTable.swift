import Models
import RewardsAPI
import TypedSQL

/// What is on offer. Price and limits never change once offered.
enum RewardTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE reward (
            id TEXT NOT NULL PRIMARY KEY,
            title TEXT NOT NULL,
            description TEXT,
            language TEXT,
            kind TEXT NOT NULL,
            price BIGINT NOT NULL,
            asset TEXT NOT NULL,
            stock BIGINT,
            on_hand BIGINT,
            taken BIGINT NOT NULL,
            per_member BIGINT,
            period_pieces BIGINT,
            period TEXT,
            customer_types TEXT,
            minimum_level TEXT,
            starts_at BIGINT NOT NULL,
            ends_at BIGINT,
            offered_by TEXT NOT NULL,
            offered_at BIGINT NOT NULL,
            withdrawn_at BIGINT,
            withdrawn_by TEXT,
            CONSTRAINT reward_price CHECK (price > 0),
            CONSTRAINT reward_taken CHECK (taken >= 0),
            CONSTRAINT reward_on_hand CHECK (on_hand >= 0),
            CONSTRAINT reward_stock CHECK ((stock IS NULL) = (on_hand IS NULL) AND on_hand + taken = stock),
            CONSTRAINT reward_per_member CHECK (per_member > 0),
            CONSTRAINT reward_per_period CHECK (period_pieces > 0),
            CONSTRAINT reward_period
                CHECK (period IN ('day', 'week', 'month') AND (period IS NULL) = (period_pieces IS NULL)),
            CONSTRAINT reward_end CHECK (ends_at > starts_at),
            CONSTRAINT reward_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
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
                (id, title, description, language, kind, price, asset, stock, on_hand, taken, per_member, period_pieces,
                 period, customer_types, minimum_level, starts_at, ends_at, offered_by, offered_at)
            VALUES (
                \(offer.id), \(offer.title), \(offer.description), \(offer.language), \(offer.kind), \(offer.price),
                \(offer.asset), \(offer.left), \(offer.left), 0, \(offer.perMember), \(offer.perPeriod?.pieces),
                \(offer.perPeriod?.per), \(words(offer.customerTypes)), \(offer.minimumLevel), \(offer.from),
                \(offer.until), \(actor), \(now)
            )
            """
        )
    }

    static func find(_ id: Reward.ID) -> Query<Offer> {
        Query("SELECT \(columns) FROM reward WHERE id = \(id)", read)
    }

    private static func words(_ types: [CustomerType]?) -> String? {
        types.map { $0.map(\.rawValue).joined(separator: " ") }
    }

    static let columns: SQL = """
        id, title, description, language, kind, price, asset, on_hand, per_member, period_pieces, period,
        customer_types, minimum_level, starts_at, ends_at, withdrawn_at
        """

    static let read: @Sendable (Row) throws -> Offer = { row in
        let pieces = try row.get("period_pieces", as: Quantity?.self)
        let period = try row.get("period", as: LimitPeriod?.self)
        let types = try row.get("customer_types", as: String?.self)
        return Offer(
            id: try row.get("id"),
            title: try row.get("title"),
            kind: try row.get("kind"),
            price: try row.get("price"),
            asset: try row.get("asset"),
            left: try row.get("on_hand"),
            perMember: try row.get("per_member"),
            perPeriod: pieces.flatMap { pieces in period.map { PeriodLimit(pieces: pieces, per: $0) } },
            from: try row.get("starts_at"),
            until: try row.get("ends_at"),
            description: try row.get("description"),
            language: try row.get("language"),
            customerTypes: types?.split(separator: " ").compactMap { CustomerType(rawValue: String($0)) },
            minimumLevel: try row.get("minimum_level"),
            withdrawnAt: try row.get("withdrawn_at")
        )
    }

    static var sample: Offer {
        let limit = PeriodLimit(pieces: .one, per: .week)
        return Offer(
            id: .example,
            title: .example,
            kind: .coupon,
            price: .example,
            left: nil,
            perMember: .one,
            perPeriod: limit,
            from: .example,
            until: nil
        )
    }

    static var samples: [SQL] {
        [
            insert(sample, by: .example, at: .example).sql, find(.example).sql,
        ] + stockSamples + catalogueSamples
    }
}
