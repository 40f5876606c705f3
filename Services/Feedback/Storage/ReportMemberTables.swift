import Models
import TypedSQL

/// In which weeks a member did something, by the events of the other services.
enum ReportActivityTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE report_activity (
            monday BIGINT NOT NULL,
            member TEXT NOT NULL,
            PRIMARY KEY (monday, member)
        )
        """
    ]

    static func note(_ member: Member.ID, on day: Day) -> Statement {
        Statement(
            """
            INSERT INTO report_activity (monday, member) VALUES (\(day.monday.number), \(member))
            ON CONFLICT (monday, member) DO NOTHING
            """
        )
    }

    /// Members who did something here or elsewhere, each once.
    static func active(_ monday: Day, from start: Instant, to end: Instant) -> Query<Int64> {
        Query(
            """
            SELECT COUNT(*) AS members FROM (
                SELECT member FROM report_activity WHERE monday = \(monday.number)
                UNION
                SELECT member FROM submission
                WHERE received_at >= \(start) AND received_at < \(end) AND recorded_by IS NULL
                UNION
                SELECT member FROM survey_participation WHERE answered_at >= \(start) AND answered_at < \(end)
            ) AS seen
            """
        ) { row in try row.get("members") }
    }

    static let samples: [SQL] = [
        note(.example, on: .example).sql, active(.example, from: .example, to: .example).sql,
    ]
}

/// When each member took the steps of joining.
enum ReportMemberTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE report_member (
            member TEXT NOT NULL PRIMARY KEY,
            registered_at BIGINT,
            confirmed_at BIGINT,
            completed_at BIGINT
        )
        """,
        "CREATE INDEX report_member_by_registration ON report_member (registered_at)",
    ]

    /// Each step is kept as it was first told.
    static func note(
        _ member: Member.ID,
        registeredAt: Instant? = nil,
        confirmedAt: Instant? = nil,
        completedAt: Instant? = nil
    ) -> Statement {
        Statement(
            """
            INSERT INTO report_member (member, registered_at, confirmed_at, completed_at)
            VALUES (\(member), \(registeredAt), \(confirmedAt), \(completedAt))
            ON CONFLICT (member) DO UPDATE SET
                registered_at = COALESCE(report_member.registered_at, excluded.registered_at),
                confirmed_at = COALESCE(report_member.confirmed_at, excluded.confirmed_at),
                completed_at = COALESCE(report_member.completed_at, excluded.completed_at)
            """
        )
    }

    static func isKnown(_ member: Member.ID) -> Query<Bool> {
        Query("SELECT COUNT(*) > 0 AS known FROM report_member WHERE member = \(member)") { row in
            try row.get("known")
        }
    }

    /// Of those who registered in the span, who took which step before its end.
    static func joined(from start: Instant, to end: Instant) -> Query<JoinedFacts> {
        Query(
            """
            SELECT COUNT(*) AS registered, COUNT(*) FILTER (WHERE confirmed_at < \(end)) AS confirmed,
                COUNT(*) FILTER (WHERE completed_at < \(end)) AS completed
            FROM report_member WHERE registered_at >= \(start) AND registered_at < \(end)
            """
        ) { row in
            JoinedFacts(
                registered: try row.get("registered"),
                confirmed: try row.get("confirmed"),
                completed: try row.get("completed")
            )
        }
    }

    static let samples: [SQL] = [
        note(.example, registeredAt: .example).sql, isKnown(.example).sql, joined(from: .example, to: .example).sql,
    ]
}
