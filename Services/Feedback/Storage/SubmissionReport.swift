import FeedbackAPI
import Models
import TypedSQL

// What the weekly report counts of submissions. Everything is counted as of a moment, so that a report of long ago
// comes out as it did.

extension SubmissionTable {
    /// By day number, from the first moment to before the last.
    static func receivedByDay(from start: Instant, to end: Instant) -> Query<(day: Int, count: Int64)> {
        Query(
            """
            SELECT received_at / 86400000000 AS day, COUNT(*) AS received FROM submission
            WHERE received_at >= \(start) AND received_at < \(end)
            GROUP BY received_at / 86400000000
            """
        ) { row in (day: try row.get("day"), count: try row.get("received")) }
    }

    static func firstAnswers(from start: Instant, to end: Instant) -> Query<Int64> {
        Query(
            """
            SELECT COUNT(*) AS answered FROM submission WHERE answered_at >= \(start) AND answered_at < \(end)
            """
        ) { row in try row.get("answered") }
    }

    /// Those whose promise ended in the span; an answer after its end is not known yet.
    static func due(from start: Instant, to end: Instant) -> Query<DueSubmission> {
        Query(
            """
            SELECT kind, received_at, due_at, CASE WHEN answered_at < \(end) THEN answered_at END AS answered_at
            FROM submission WHERE due_at >= \(start) AND due_at < \(end) ORDER BY due_at, id
            """
        ) { row in
            DueSubmission(
                kind: try row.get("kind"),
                receivedAt: try row.get("received_at"),
                dueAt: try row.get("due_at"),
                answeredAt: try row.get("answered_at")
            )
        }
    }

    static func standing(asOf: Instant) -> Query<(open: Int64, overdue: Int64)> {
        Query(
            """
            SELECT COUNT(*) AS waiting, COUNT(*) FILTER (WHERE due_at < \(asOf)) AS late
            FROM submission WHERE \(waiting(asOf))
            """
        ) { row in (open: try row.get("waiting"), overdue: try row.get("late")) }
    }

    /// The latest first, with those who had them then.
    static func overdue(asOf: Instant, limit: Int64) -> Query<OverdueItem> {
        Query(
            """
            SELECT submission.id, submission.kind, submission.channel, submission.due_at, held.assignee, held.team
            FROM submission LEFT JOIN assignment AS held
                ON held.submission = submission.id AND held.number = (
                    SELECT MAX(step.number) FROM assignment AS step
                    WHERE step.submission = submission.id AND step.assigned_at < \(asOf)
                )
            WHERE due_at < \(asOf) AND \(waiting(asOf))
            ORDER BY submission.due_at, submission.id LIMIT \(limit)
            """
        ) { row in
            let dueAt: Instant = try row.get("due_at")
            return OverdueItem(
                submission: try row.get("id"),
                kind: try row.get("kind"),
                channel: try row.get("channel"),
                dueAt: dueAt,
                lateBy: Seconds(asOf.seconds(since: dueAt)),
                assignee: try row.get("assignee"),
                team: try row.get("team")
            )
        }
    }

    private static func waiting(_ asOf: Instant) -> SQL {
        "received_at < \(asOf) AND (answered_at IS NULL OR answered_at >= \(asOf))"
    }

    static let reportSamples: [SQL] = [
        receivedByDay(from: .example, to: .example).sql, firstAnswers(from: .example, to: .example).sql,
        due(from: .example, to: .example).sql, standing(asOf: .example).sql, overdue(asOf: .example, limit: 1).sql,
    ]
}
