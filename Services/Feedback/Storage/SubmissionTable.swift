import FeedbackAPI
import Models
import TypedSQL

/// A submission as it is stored.
struct SubmissionRow: Sendable, Equatable {
    var id: Submission.ID
    var member: Member.ID
    var recordedBy: Actor?
    var kind: SubmissionKind
    var channel: Channel
    var text: Prose
    var idea: Idea.ID?
    var campaign: Campaign.ID?
    var receivedAt: Instant
    var dueAt: Instant
    var answeredAt: Instant?
    var assignee: Actor?
    var team: TeamName?
}

/// What members said. The present holder stands here as well as at the end of the history, so that the inbox can
/// filter by it.
enum SubmissionTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE submission (
            id TEXT NOT NULL PRIMARY KEY,
            member TEXT NOT NULL,
            recorded_by TEXT,
            kind TEXT NOT NULL,
            channel TEXT NOT NULL,
            body TEXT NOT NULL,
            idea TEXT,
            campaign TEXT,
            received_at BIGINT NOT NULL,
            due_at BIGINT NOT NULL,
            answered_at BIGINT,
            assignee TEXT,
            team TEXT,
            CONSTRAINT submission_due CHECK (due_at > received_at),
            CONSTRAINT submission_answered CHECK (answered_at >= received_at)
        )
        """,
        "CREATE INDEX submission_by_due ON submission (due_at, id)",
        "CREATE INDEX submission_by_member ON submission (member, id)",
        "CREATE INDEX submission_by_receipt ON submission (received_at)",
        "CREATE INDEX submission_by_answer ON submission (answered_at)",
    ]

    static func insert(_ row: SubmissionRow) -> Statement {
        Statement(
            """
            INSERT INTO submission (id, member, recorded_by, kind, channel, body, idea, campaign, received_at, due_at)
            VALUES (\(row.id), \(row.member), \(row.recordedBy), \(row.kind), \(row.channel), \(row.text), \(row.idea),
                \(row.campaign), \(row.receivedAt), \(row.dueAt))
            """
        )
    }

    static func find(_ id: Submission.ID) -> Query<SubmissionRow> {
        Query("SELECT \(columns) FROM submission WHERE id = \(id)", read)
    }

    /// Changes the holder, where it is another one.
    static func hand(_ id: Submission.ID, to assignee: Actor?, _ team: TeamName?) -> Statement {
        Statement(
            """
            UPDATE submission SET assignee = \(assignee), team = \(team)
            WHERE id = \(id) AND NOT (assignee IS NOT DISTINCT FROM \(assignee) AND team IS NOT DISTINCT FROM \(team))
            """
        )
    }

    /// Stops the clock, unless an earlier answer did.
    static func answer(_ id: Submission.ID, at now: Instant) -> Statement {
        Statement("UPDATE submission SET answered_at = \(now) WHERE id = \(id) AND answered_at IS NULL")
    }

    /// The newest first.
    /// - Parameter before: the last one that was seen.
    static func of(_ member: Member.ID, before: Submission.ID?, limit: Int) -> Query<SubmissionRow> {
        let rest: SQL = before.map { "AND id < \($0)" } ?? ""
        return Query(
            """
            SELECT \(columns) FROM submission WHERE member = \(member) \(rest) ORDER BY id DESC LIMIT \(limit)
            """,
            read
        )
    }

    static let columns: SQL = """
        id, member, recorded_by, kind, channel, body, idea, campaign, received_at, due_at, answered_at, assignee, team
        """

    static func read(_ row: Row) throws -> SubmissionRow {
        SubmissionRow(
            id: try row.get("id"),
            member: try row.get("member"),
            recordedBy: try row.get("recorded_by"),
            kind: try row.get("kind"),
            channel: try row.get("channel"),
            text: try row.get("body"),
            idea: try row.get("idea"),
            campaign: try row.get("campaign"),
            receivedAt: try row.get("received_at"),
            dueAt: try row.get("due_at"),
            answeredAt: try row.get("answered_at"),
            assignee: try row.get("assignee"),
            team: try row.get("team")
        )
    }

    static let samples: [SQL] =
        [
            insert(.example).sql, find(.example).sql, hand(.example, to: .example, .example).sql,
            answer(.example, at: .example).sql, of(.example, before: .example, limit: 1).sql,
        ] + listSamples + reportSamples
}

extension SubmissionRow {
    static var example: SubmissionRow {
        SubmissionRow(
            id: .example,
            member: .example,
            kind: .question,
            channel: .post,
            text: .example,
            receivedAt: .example,
            dueAt: .example + .hours(48)
        )
    }
}
