import FeedbackAPI
import Models
import TypedSQL

/// Who answered which survey, and nothing of what was answered.
enum SurveyParticipationTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE survey_participation (
            survey TEXT NOT NULL REFERENCES survey (id),
            member TEXT NOT NULL,
            answered_at BIGINT NOT NULL,
            PRIMARY KEY (survey, member)
        )
        """,
        "CREATE INDEX survey_participation_by_time ON survey_participation (answered_at)",
    ]

    /// Changes nothing where the member has answered already.
    static func insert(_ survey: Survey.ID, _ member: Member.ID, at now: Instant) -> Statement {
        Statement(
            """
            INSERT INTO survey_participation (survey, member, answered_at) VALUES (\(survey), \(member), \(now))
            ON CONFLICT (survey, member) DO NOTHING
            """
        )
    }

    static func find(_ survey: Survey.ID, _ member: Member.ID) -> Query<Instant> {
        Query(
            """
            SELECT answered_at FROM survey_participation WHERE survey = \(survey) AND member = \(member)
            """
        ) { row in try row.get("answered_at") }
    }

    static func count(of survey: Survey.ID) -> Query<Int64> {
        Query(
            "SELECT COUNT(*) AS respondents FROM survey_participation WHERE survey = \(survey)"
        ) { row in try row.get("respondents") }
    }

    static func count(from start: Instant, to end: Instant) -> Query<Int64> {
        Query(
            """
            SELECT COUNT(*) AS respondents FROM survey_participation
            WHERE answered_at >= \(start) AND answered_at < \(end)
            """
        ) { row in try row.get("respondents") }
    }

    static let samples: [SQL] = [
        insert(.example, .example, at: .example).sql, find(.example, .example).sql, count(of: .example).sql,
        count(from: .example, to: .example).sql,
    ]
}
