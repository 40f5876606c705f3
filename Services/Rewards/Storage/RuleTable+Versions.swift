import Models
import RewardsAPI
import TypedSQL

extension RuleTable {
    /// Every version of every rule.
    static let all = Query<EarningRule>(
        "SELECT r.id, r.rule_key, \(columns) FROM rule_version v JOIN rule r ON r.id = v.rule",
        read
    )

    static func find(_ rule: Rule.ID, _ version: RuleVersion) -> Query<EarningRule> {
        Query(
            """
            SELECT r.id, r.rule_key, \(columns) FROM rule_version v JOIN rule r ON r.id = v.rule
            WHERE v.rule = \(rule) AND v.version = \(version)
            """,
            read
        )
    }

    /// The version of a rule that said at that moment what it earns; the first one where none had begun.
    static func version(of key: RuleKey, at moment: Instant) -> Query<EarningRule> {
        Query(
            """
            SELECT r.id, r.rule_key, \(columns) FROM rule_version v JOIN rule r ON r.id = v.rule
            WHERE r.rule_key = \(key)
            ORDER BY CASE WHEN v.starts_at <= \(moment) THEN v.version ELSE -v.version END DESC LIMIT 1
            """,
            read
        )
    }

    static var versionSamples: [SQL] {
        [all.sql, find(.example, .first).sql, version(of: .example, at: .example).sql]
    }
}
