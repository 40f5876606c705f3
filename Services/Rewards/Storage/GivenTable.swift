import Models
import RewardsAPI
import TypedSQL

/// Who or what gave a gift, and the rules that give.
enum GivenTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE gift_rule (
            rule_key TEXT NOT NULL,
            version BIGINT NOT NULL,
            title TEXT NOT NULL,
            event TEXT NOT NULL,
            receiver TEXT NOT NULL,
            reward TEXT NOT NULL,
            per_member BIGINT NOT NULL,
            starts_at BIGINT NOT NULL,
            ends_at BIGINT,
            defined_by TEXT NOT NULL,
            defined_at BIGINT NOT NULL,
            PRIMARY KEY (rule_key, version),
            CONSTRAINT gift_rule_version CHECK (version > 0),
            CONSTRAINT gift_rule_per_member CHECK (per_member > 0),
            CONSTRAINT gift_rule_start CHECK (starts_at >= defined_at),
            CONSTRAINT gift_rule_end CHECK (ends_at >= starts_at),
            CONSTRAINT gift_rule_reward FOREIGN KEY (reward) REFERENCES reward (id)
        )
        """,
        "CREATE INDEX gift_rule_event ON gift_rule (event)",
        """
        CREATE TABLE given (
            redemption TEXT NOT NULL PRIMARY KEY,
            member TEXT NOT NULL,
            giver TEXT,
            rule_key TEXT,
            rule_version BIGINT,
            source_event TEXT,
            CONSTRAINT given_by CHECK ((giver IS NULL) <> (rule_key IS NULL)),
            CONSTRAINT given_by_rule
                CHECK ((rule_key IS NULL) = (rule_version IS NULL) AND (rule_key IS NULL) = (source_event IS NULL)),
            CONSTRAINT given_redemption FOREIGN KEY (redemption) REFERENCES redemption (id),
            CONSTRAINT given_rule FOREIGN KEY (rule_key, rule_version) REFERENCES gift_rule (rule_key, version)
        )
        """,
        "CREATE UNIQUE INDEX given_once ON given (rule_key, member, source_event) WHERE rule_key IS NOT NULL",
    ]

    static func insert(_ gift: Gift, as redemption: Redemption.ID) -> Statement {
        var giver: Actor?
        var rule: (RuleKey, RuleVersion, Occurrence.ID)?
        switch gift.giver {
        case .hand(let actor): giver = actor
        case .rule(let key, let version, let event): rule = (key, version, event)
        }
        return Statement(
            """
            INSERT INTO given (redemption, member, giver, rule_key, rule_version, source_event)
            VALUES (\(redemption), \(gift.member), \(giver), \(rule?.0), \(rule?.1), \(rule?.2))
            """
        )
    }

    /// How many gifts a member has by a rule, and whether one of them is for this event.
    static func earlier(_ rule: RuleKey, to member: Member.ID, for source: Occurrence.ID) -> Query<
        (count: Int64, isSame: Bool)
    > {
        Query(
            """
            SELECT COUNT(*) AS gifts, COUNT(*) FILTER (WHERE source_event = \(source)) AS same FROM given
            WHERE rule_key = \(rule) AND member = \(member)
            """
        ) { row in (try row.get("gifts"), try row.get("same", as: Int64.self) > 0) }
    }

    static func latest(_ key: RuleKey) -> Query<RuleVersion> {
        Query("SELECT MAX(version) AS version FROM gift_rule WHERE rule_key = \(key) HAVING COUNT(*) > 0") { row in
            try row.get("version")
        }
    }

    static func insert(_ rule: GiftRule, by actor: Actor, at now: Instant) -> Statement {
        Statement(
            """
            INSERT INTO gift_rule (rule_key, version, title, event, receiver, reward, per_member, starts_at, ends_at,
                defined_by, defined_at)
            VALUES (
                \(rule.key), \(rule.version), \(rule.title), \(rule.event), \(rule.to), \(rule.reward),
                \(rule.perMember), \(rule.from), \(rule.until), \(actor), \(now)
            )
            """
        )
    }

    /// The versions that say what an event of this name brought at that moment: of each rule the latest that had begun.
    static func inForce(for event: EarningEvent, at moment: Instant) -> Query<GiftRule> {
        Query(
            """
            SELECT * FROM gift_rule g WHERE event = \(event) AND starts_at <= \(moment) AND NOT EXISTS (
                SELECT 1 FROM gift_rule later
                WHERE later.rule_key = g.rule_key AND later.version > g.version AND later.starts_at <= \(moment)
            )
            ORDER BY rule_key
            """,
            GiftRule.init(row:)
        )
    }

    static var samples: [SQL] {
        let rule = GiftRule(
            key: .example,
            version: .example,
            title: .example,
            event: .ideaSubmitted,
            to: .author,
            reward: .example,
            perMember: .one,
            from: .example,
            until: nil
        )
        let gift = Gift(reward: .example, member: .example, units: .one, reason: .example, giver: .hand(.example))
        return [
            insert(gift, as: .example).sql, earlier(.example, to: .example, for: .example).sql, latest(.example).sql,
            insert(rule, by: .example, at: .example).sql, inForce(for: .ideaSubmitted, at: .example).sql,
        ]
    }
}

extension GiftRule {
    fileprivate init(row: Row) throws {
        self.init(
            key: try row.get("rule_key"),
            version: try row.get("version"),
            title: try row.get("title"),
            event: try row.get("event"),
            to: try row.get("receiver"),
            reward: try row.get("reward"),
            perMember: try row.get("per_member"),
            from: try row.get("starts_at"),
            until: try row.get("ends_at")
        )
    }
}
