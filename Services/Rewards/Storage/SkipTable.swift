import Models
import RewardsAPI
import TypedSQL

/// The awards that rules did not make, and why, so that it can be said.
enum SkipTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE skipped_award (
            source_event TEXT NOT NULL,
            rule TEXT NOT NULL,
            version BIGINT NOT NULL,
            member TEXT NOT NULL,
            reason TEXT NOT NULL,
            skipped_at BIGINT NOT NULL,
            PRIMARY KEY (source_event, rule, member),
            CONSTRAINT skipped_award_rule FOREIGN KEY (rule, version) REFERENCES rule_version (rule, version)
        )
        """,
        "CREATE INDEX skipped_award_member ON skipped_award (member)",
    ]

    static func insert(
        _ rule: EarningRule,
        _ member: Member.ID,
        _ reason: SkipReason,
        for source: Occurrence.ID,
        at now: Instant
    )
        -> Statement
    {
        Statement(
            """
            INSERT INTO skipped_award (source_event, rule, version, member, reason, skipped_at)
            VALUES (\(source), \(rule.id), \(rule.version), \(member), \(reason), \(now))
            """
        )
    }

    static func all(for source: Occurrence.ID) -> Query<SkippedAward> {
        Query(
            """
            SELECT r.rule_key, s.version, s.member, s.reason FROM skipped_award s JOIN rule r ON r.id = s.rule
            WHERE s.source_event = \(source) ORDER BY r.rule_key, s.member
            """
        ) { row in
            SkippedAward(
                rule: try row.get("rule_key"),
                version: try row.get("version"),
                member: try row.get("member"),
                reason: try row.get("reason")
            )
        }
    }

    /// Why a rule paid a member nothing for an event, by which version, and when that was decided.
    static func find(_ rule: Rule.ID, _ member: Member.ID, for source: Occurrence.ID) -> Query<SkippedNote> {
        Query(
            """
            SELECT version, reason, skipped_at FROM skipped_award
            WHERE source_event = \(source) AND rule = \(rule) AND member = \(member)
            """
        ) { row in
            SkippedNote(version: try row.get("version"), reason: try row.get("reason"), at: try row.get("skipped_at"))
        }
    }

    static var samples: [SQL] {
        [
            insert(RuleTable.sample, .example, .dayFull, for: .example, at: .example).sql, all(for: .example).sql,
            find(.example, .example, for: .example).sql,
        ]
    }
}

/// That a rule paid nothing.
struct SkippedNote: Hashable, Sendable {
    let version: RuleVersion
    let reason: SkipReason
    let at: Instant
}
