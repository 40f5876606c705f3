import Models
import RewardsAPI
import TypedSQL

/// What members did elsewhere: a row for each event and each member who did it. Levels, badges, streaks and collections
/// are counted from these rows and from the journal, so there is no number beside them that could differ.
enum ContributionTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE contribution (
            source_event TEXT NOT NULL,
            member TEXT NOT NULL,
            event TEXT NOT NULL,
            campaign TEXT,
            happened_at BIGINT NOT NULL,
            PRIMARY KEY (source_event, member)
        )
        """,
        "CREATE INDEX contribution_member ON contribution (member, event, happened_at)",
        "CREATE INDEX contribution_campaign ON contribution (campaign, source_event) WHERE campaign IS NOT NULL",
        backfill,
    ]

    /// What was followed before this table was there is known from the awards that it earned.
    static let backfill: SQL = """
        INSERT INTO contribution (source_event, member, event, happened_at)
        SELECT DISTINCT t.source_event, a.owner, v.event, t.happened_at
        FROM transfer t
        JOIN account a ON a.id = t.credit
        JOIN rule_version v ON v.rule = t.rule AND v.version = t.rule_version
        WHERE t.kind = 'award' AND (v.pays <> 'inviter' OR v.event = 'identity.personInvited')
        """

    /// Gives the members of those that were not known. There must be at least one.
    static func add(_ contributions: some Sequence<Contribution>) -> Query<Member.ID> {
        let rows = contributions.map { one in
            [one.source, one.member, one.event, one.campaign, one.at] as [any SQLValue]
        }
        return Query(
            """
            INSERT INTO contribution (source_event, member, event, campaign, happened_at) VALUES \(rows: rows)
            ON CONFLICT (source_event, member) DO NOTHING RETURNING member
            """
        ) { row in try row.get("member") }
    }

    /// By kind of event, how many on each day (UTC).
    static func perDay(of member: Member.ID) -> Query<(event: EarningEvent, day: Day, count: Int64)> {
        Query(
            """
            SELECT event, happened_at / 86400000000 AS day, COUNT(*) AS number
            FROM contribution WHERE member = \(member) GROUP BY event, happened_at / 86400000000
            """
        ) { row in
            (try row.get("event"), Day(number: Int(try row.get("day", as: Int64.self))), try row.get("number"))
        }
    }

    /// The event that brought a member to a number of its kind.
    /// - Parameter number: 1 for the first.
    static func source(of member: Member.ID, _ event: EarningEvent, number: Int64) -> Query<Occurrence.ID> {
        Query(
            """
            SELECT source_event FROM contribution WHERE member = \(member) AND event = \(event)
            ORDER BY happened_at, source_event LIMIT 1 OFFSET \(number - 1)
            """
        ) { row in try row.get("source_event") }
    }

    static var samples: [SQL] {
        let contribution = Contribution(
            event: .ideaSubmitted,
            member: .example,
            source: .example,
            at: .example,
            campaign: nil
        )
        return [
            add([contribution]).sql, perDay(of: .example).sql, source(of: .example, .ideaSubmitted, number: 1).sql,
        ]
    }
}
