import FeedbackAPI
import IdeasAPI
import Models
import TypedSQL

/// The answers that the company gave to ideas, one row an event.
enum ReportAnswerTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE report_answer (
            event TEXT NOT NULL PRIMARY KEY,
            idea TEXT NOT NULL,
            status TEXT NOT NULL,
            answered_at BIGINT NOT NULL
        )
        """,
        "CREATE INDEX report_answer_by_time ON report_answer (answered_at)",
    ]

    static func insert(_ event: Occurrence.ID, _ idea: Idea.ID, _ status: IdeaStatus, at moment: Instant) -> Statement {
        Statement(
            """
            INSERT INTO report_answer (event, idea, status, answered_at)
            VALUES (\(event), \(idea), \(status), \(moment))
            """
        )
    }

    /// Oldest first.
    static func list(from start: Instant, to end: Instant, limit: Int64) -> Query<AnsweredItem> {
        Query(
            """
            SELECT idea, status, answered_at FROM report_answer
            WHERE answered_at >= \(start) AND answered_at < \(end) ORDER BY answered_at, event LIMIT \(limit)
            """
        ) { row in
            AnsweredItem(
                idea: try row.get("idea"),
                status: try row.get("status"),
                answeredAt: try row.get("answered_at")
            )
        }
    }

    static let samples: [SQL] = [
        insert(.example, .example, .planned, at: .example).sql, list(from: .example, to: .example, limit: 1).sql,
    ]
}

/// The ideas that were selected, one row an event.
enum ReportSelectionTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE report_selection (
            event TEXT NOT NULL PRIMARY KEY,
            idea TEXT NOT NULL,
            campaign TEXT NOT NULL,
            place BIGINT NOT NULL,
            selected_at BIGINT NOT NULL
        )
        """,
        "CREATE INDEX report_selection_by_time ON report_selection (selected_at)",
    ]

    static func insert(_ event: Occurrence.ID, _ selected: IdeaSelected, at moment: Instant) -> Statement {
        Statement(
            """
            INSERT INTO report_selection (event, idea, campaign, place, selected_at)
            VALUES (\(event), \(selected.idea), \(selected.campaign), \(selected.rank), \(moment))
            """
        )
    }

    /// By campaign, the first first.
    static func list(from start: Instant, to end: Instant, limit: Int64) -> Query<SelectedItem> {
        Query(
            """
            SELECT idea, campaign, place FROM report_selection
            WHERE selected_at >= \(start) AND selected_at < \(end) ORDER BY campaign, place, event LIMIT \(limit)
            """
        ) { row in
            SelectedItem(idea: try row.get("idea"), campaign: try row.get("campaign"), rank: try row.get("place"))
        }
    }

    static let samples: [SQL] = [
        insert(
            .example,
            IdeaSelected(idea: .example, campaign: .example, author: nil, rank: .example),
            at: .example
        ).sql,
        list(from: .example, to: .example, limit: 1).sql,
    ]
}
