import Models
import RPC
import RewardsAPI
import TypedSQL

/// A rule has one row, and one in `rule_version` for each time it was defined.
enum RuleTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE rule (
            id TEXT NOT NULL PRIMARY KEY,
            rule_key TEXT NOT NULL,
            version BIGINT NOT NULL,
            CONSTRAINT rule_number CHECK (version > 0)
        )
        """,
        "CREATE UNIQUE INDEX rule_by_key ON rule (rule_key)",
        """
        CREATE TABLE rule_version (
            rule TEXT NOT NULL,
            version BIGINT NOT NULL,
            title TEXT NOT NULL,
            event TEXT NOT NULL,
            pays TEXT NOT NULL,
            amount BIGINT NOT NULL,
            per_day BIGINT,
            terms TEXT NOT NULL,
            starts_at BIGINT NOT NULL,
            ends_at BIGINT,
            defined_by TEXT NOT NULL,
            defined_at BIGINT NOT NULL,
            PRIMARY KEY (rule, version),
            CONSTRAINT rule_version_amount CHECK (amount > 0),
            CONSTRAINT rule_version_per_day CHECK (per_day > 0),
            CONSTRAINT rule_version_start CHECK (starts_at >= defined_at),
            CONSTRAINT rule_version_end CHECK (ends_at >= starts_at),
            CONSTRAINT rule_version_rule FOREIGN KEY (rule) REFERENCES rule (id)
        )
        """,
        "CREATE INDEX rule_version_event ON rule_version (event)",
        """
        CREATE TABLE allowance (
            rule TEXT NOT NULL,
            member TEXT NOT NULL,
            stretch TEXT NOT NULL,
            awards BIGINT NOT NULL,
            PRIMARY KEY (rule, member, stretch),
            CONSTRAINT allowance_awards CHECK (awards > 0),
            CONSTRAINT allowance_rule FOREIGN KEY (rule) REFERENCES rule (id)
        )
        """,
    ]

    /// Counts one definition more under the key. Two at once get different versions, because one waits for the other.
    static func next(_ key: RuleKey, fresh id: Rule.ID) -> Query<(id: Rule.ID, version: RuleVersion)> {
        Query(
            """
            INSERT INTO rule (id, rule_key, version) VALUES (\(id), \(key), 1)
            ON CONFLICT (rule_key) DO UPDATE SET version = rule.version + 1
            RETURNING id, version
            """
        ) { row in (try row.get("id"), try row.get("version")) }
    }

    static func insert(_ rule: EarningRule, by actor: Actor, at now: Instant) throws -> Statement {
        var writer = JSONWriter()
        try writer.write(rule.terms)
        let terms = String(decoding: writer.bytes, as: UTF8.self)
        return Statement(
            """
            INSERT INTO rule_version
                (rule, version, title, event, pays, amount, per_day, terms, starts_at, ends_at,
                 defined_by, defined_at)
            VALUES (
                \(rule.id), \(rule.version), \(rule.title), \(rule.event), \(rule.pays), \(rule.amount),
                \(rule.perDay), \(terms), \(rule.from), \(rule.until), \(actor), \(now)
            )
            """
        )
    }

    /// The versions that say what an event of this name earned at that moment: of each rule the latest that had begun.
    static func inForce(for event: EarningEvent, at moment: Instant) -> Query<EarningRule> {
        Query(
            """
            SELECT r.id, r.rule_key, \(columns) FROM rule_version v JOIN rule r ON r.id = v.rule
            WHERE v.event = \(event) AND v.starts_at <= \(moment) AND NOT EXISTS (
                SELECT 1 FROM rule_version later
                WHERE later.rule = v.rule AND later.version > v.version AND later.starts_at <= \(moment)
            )
            ORDER BY r.rule_key
            """,
            read
        )
    }

    /// By key, one row more than the limit where there are more.
    static func latest(after key: String, limit: PageLimit) -> Query<EarningRule> {
        Query(
            """
            SELECT r.id, r.rule_key, \(columns) FROM rule r
            JOIN rule_version v ON v.rule = r.id AND v.version = r.version
            WHERE r.rule_key > \(key) ORDER BY r.rule_key LIMIT \(limit.count + 1)
            """,
            read
        )
    }

    static let columns: SQL =
        "v.version, v.title, v.event, v.pays, v.amount, v.per_day, v.terms, v.starts_at, v.ends_at"

    static let read: @Sendable (Row) throws -> EarningRule = { row in
        let terms: String = try row.get("terms")
        return EarningRule(
            id: try row.get("id"),
            key: try row.get("rule_key"),
            version: try row.get("version"),
            title: try row.get("title"),
            event: try row.get("event"),
            pays: try row.get("pays"),
            amount: try row.get("amount"),
            perDay: try row.get("per_day"),
            from: try row.get("starts_at"),
            until: try row.get("ends_at"),
            terms: try JSONReader.decode(RuleTerms.self, from: Array(terms.utf8), strict: true)
        )
    }

    static let sample = EarningRule(
        id: .example,
        key: .example,
        version: .example,
        title: .example,
        event: .ideaSubmitted,
        pays: .author,
        amount: .example,
        perDay: nil,
        from: .example,
        until: nil
    )

    static var samples: [SQL] {
        get throws {
            [
                next(.example, fresh: .example).sql, try insert(sample, by: .example, at: .example).sql,
                inForce(for: .ideaSubmitted, at: .example).sql, latest(after: "", limit: .standard).sql,
            ]
        }
    }
}
