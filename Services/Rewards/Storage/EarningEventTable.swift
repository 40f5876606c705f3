import Models
import RPC
import RewardsAPI
import TypedSQL

/// What could earn: each event once, with ids and data and nothing else of a person, so that what was read before pays
/// nobody again and a new rule can be tried on what was.
enum EarningEventTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE earning_event (
            id TEXT NOT NULL PRIMARY KEY,
            event TEXT NOT NULL,
            log_position BIGINT NOT NULL,
            happened_at BIGINT NOT NULL,
            campaign TEXT,
            member_group TEXT,
            contributor TEXT,
            content TEXT NOT NULL,
            withdrawn_at BIGINT,
            CONSTRAINT earning_event_position CHECK (log_position >= 0)
        )
        """,
        "CREATE INDEX earning_event_order ON earning_event (event, log_position, happened_at, id)",
        "CREATE INDEX earning_event_contributor ON earning_event (contributor) WHERE contributor IS NOT NULL",
    ]

    /// Adds nothing and gives no row where the event is known; otherwise says whether the one who contributed by it has
    /// a complete profile and has not qualified yet.
    /// - Parameter position: in the log of the service that told it; 0 for what backends tell.
    static func keep(_ earning: Earning, position: LogPosition) throws -> Query<Bool> {
        let several = try keep([FollowedEarning(earning: earning, position: position)])
        return Query(several.sql) { row in try several.read(row).isAwaited }
    }

    /// The same for several, of which there must be at least one. Of two with the same id the first is kept.
    static func keep(_ followed: some Sequence<FollowedEarning>) throws -> Query<(id: Occurrence.ID, isAwaited: Bool)> {
        let rows = try followed.map { one in
            let earning = one.earning
            return [
                earning.source.event, earning.event, one.position, earning.source.at, earning.campaign, earning.group,
                earning.contributor, try StoredDocument.text(earning.content),
            ] as [any SQLValue]
        }
        return Query(
            """
            INSERT INTO earning_event
                (id, event, log_position, happened_at, campaign, member_group, contributor, content)
            VALUES \(rows: rows)
            ON CONFLICT (id) DO NOTHING
            RETURNING id, (
                SELECT COUNT(*) FROM joining j WHERE j.member = contributor AND j.state = 'completed'
            ) AS awaited
            """
        ) { row in (try row.get("id"), try row.get("awaited", as: Int64.self) > 0) }
    }

    static func find(_ id: Occurrence.ID) -> Query<Earning> {
        Query("SELECT \(columns) FROM earning_event WHERE id = \(id)") { row in try read(row).earning }
    }

    /// Changes no row where the event is withdrawn already.
    static func withdraw(_ id: Occurrence.ID, at now: Instant) -> Statement {
        Statement("UPDATE earning_event SET withdrawn_at = \(now) WHERE id = \(id) AND withdrawn_at IS NULL")
    }

    /// What backends told of a member with words.
    static func worded(by member: Member.ID) -> Query<Earning> {
        Query(
            """
            SELECT \(columns) FROM earning_event
            WHERE contributor = \(member) AND event LIKE 'custom.%' AND content LIKE '%"words"%'
            """
        ) { row in try read(row).earning }
    }

    static func rewrite(_ earning: Earning) throws -> Statement {
        Statement(
            """
            UPDATE earning_event SET content = \(try StoredDocument.text(earning.content))
            WHERE id = \(earning.source.event)
            """
        )
    }

    /// In the order in which they were told, and followed.
    static func page(of event: EarningEvent, in period: Period, after place: EventPlace?, limit: Int)
        -> Query<(place: EventPlace, earning: Earning)>
    {
        let rest: SQL =
            place.map { "AND (log_position, happened_at, id) > (\($0.position), \($0.at), \($0.id))" } ?? ""
        return Query(
            """
            SELECT \(columns) FROM earning_event
            WHERE event = \(event) AND withdrawn_at IS NULL AND happened_at >= \(period.from)
                AND happened_at < \(period.until) \(rest)
            ORDER BY log_position, happened_at, id LIMIT \(limit)
            """,
            read
        )
    }

    private static let columns: SQL = "id, event, log_position, happened_at, campaign, member_group, content"

    private static let read: @Sendable (Row) throws -> (place: EventPlace, earning: Earning) = { row in
        let place = EventPlace(
            position: try row.get("log_position"),
            at: try row.get("happened_at"),
            id: try row.get("id")
        )
        let content: String = try row.get("content")
        let earning = Earning(
            try row.get("event"),
            source: Movement.Source(event: place.id, at: place.at),
            campaign: try row.get("campaign"),
            group: try row.get("member_group"),
            content: try JSONReader.decode(Earning.Content.self, from: Array(content.utf8), strict: true)
        )
        return (place, earning)
    }

    static var samples: [SQL] {
        get throws {
            let place = EventPlace(position: .start, at: .example, id: .example)
            let period = Period(from: .example, until: .example)
            let source = Movement.Source(event: .example, at: .example)
            let earning = Earning(.ideaSubmitted, [.author: .example], source: source)
            return [
                try keep(earning, position: .start).sql,
                try keep([FollowedEarning(earning: earning, position: .start)]).sql,
                worded(by: .example).sql, try rewrite(earning).sql, find(.example).sql,
                withdraw(.example, at: .example).sql,
                page(of: .ideaSubmitted, in: period, after: place, limit: 1).sql,
            ]
        }
    }
}

/// Where a list of events goes on.
struct EventPlace: Hashable, Sendable {
    let position: LogPosition
    let at: Instant
    let id: Occurrence.ID
}
