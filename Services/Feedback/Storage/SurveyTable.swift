import FeedbackAPI
import Models
import TypedSQL

/// A survey as it is stored.
struct SurveyRow: Sendable, Equatable {
    var id: Survey.ID
    var title: Title
    var opensAt: Instant
    var closesAt: Instant
    var seal: Digest
    /// Decides which complementary cells are hidden; known to nobody.
    var secret: Int64
}

/// Surveys. Nothing of them changes but that their opening has been announced.
enum SurveyTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE survey (
            id TEXT NOT NULL PRIMARY KEY,
            title TEXT NOT NULL,
            opens_at BIGINT NOT NULL,
            closes_at BIGINT NOT NULL,
            seal TEXT NOT NULL,
            secret BIGINT NOT NULL,
            opened_by TEXT NOT NULL,
            is_announced BOOLEAN NOT NULL,
            CONSTRAINT survey_span CHECK (closes_at > opens_at)
        )
        """,
        "CREATE INDEX survey_to_announce ON survey (opens_at) WHERE NOT is_announced",
    ]

    static func insert(_ row: SurveyRow, openedBy: Actor, isAnnounced: Bool) -> Statement {
        Statement(
            """
            INSERT INTO survey (id, title, opens_at, closes_at, seal, secret, opened_by, is_announced)
            VALUES (\(row.id), \(row.title), \(row.opensAt), \(row.closesAt), \(row.seal), \(row.secret), \(openedBy),
                \(isAnnounced))
            """
        )
    }

    static func find(_ id: Survey.ID) -> Query<SurveyRow> {
        Query("SELECT \(columns) FROM survey WHERE id = \(id)", read)
    }

    /// The newest first.
    /// - Parameters:
    ///   - state: nil for all that have opened, and the scheduled ones too where `showsScheduled`.
    ///   - before: the last one that was seen.
    static func list(
        _ state: SurveyState?,
        showsScheduled: Bool,
        before: Survey.ID?,
        at now: Instant,
        limit: Int
    ) -> Query<SurveyRow> {
        let conditions: [SQL] = [
            showsScheduled ? "1 = 1" : "opens_at <= \(now)",
            state.map { condition($0, at: now) } ?? "1 = 1",
            before.map { "id < \($0)" } ?? "1 = 1",
        ]
        return Query(
            """
            SELECT \(columns) FROM survey WHERE \(conditions.joined(separator: " AND ")) ORDER BY id DESC LIMIT \(limit)
            """,
            read
        )
    }

    /// Marks those whose moment has come, and tells which.
    static func announce(at now: Instant) -> Query<Survey.ID> {
        Query(
            "UPDATE survey SET is_announced = TRUE WHERE opens_at <= \(now) AND NOT is_announced RETURNING id"
        ) { row in try row.get("id") }
    }

    private static func condition(_ state: SurveyState, at now: Instant) -> SQL {
        switch state {
        case .scheduled: "opens_at > \(now)"
        case .open: "opens_at <= \(now) AND closes_at > \(now)"
        case .closed: "closes_at <= \(now)"
        }
    }

    private static let columns: SQL = "id, title, opens_at, closes_at, seal, secret"

    private static func read(_ row: Row) throws -> SurveyRow {
        SurveyRow(
            id: try row.get("id"),
            title: try row.get("title"),
            opensAt: try row.get("opens_at"),
            closesAt: try row.get("closes_at"),
            seal: try row.get("seal"),
            secret: try row.get("secret")
        )
    }

    static let samples: [SQL] =
        [
            insert(.example, openedBy: .example, isAnnounced: true).sql, find(.example).sql,
            announce(at: .example).sql,
        ]
        + SurveyState.allCases.map {
            list($0, showsScheduled: false, before: .example, at: .example, limit: 1).sql
        }
}

extension SurveyRow {
    static var example: SurveyRow {
        SurveyRow(
            id: .example,
            title: .example,
            opensAt: .example,
            closesAt: .example + .days(7),
            seal: .example,
            secret: 1
        )
    }

    func state(at now: Instant) -> SurveyState { SurveyRules.state(opensAt: opensAt, closesAt: closesAt, at: now) }
}
