import FeedbackAPI
import Models
import TypedSQL

/// What was answered; append-only.
enum ReplyTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE reply (
            submission TEXT NOT NULL REFERENCES submission (id),
            number BIGINT NOT NULL,
            body TEXT NOT NULL,
            is_instrumental BOOLEAN NOT NULL,
            is_emotional BOOLEAN NOT NULL,
            replied_by TEXT NOT NULL,
            replied_at BIGINT NOT NULL,
            PRIMARY KEY (submission, number)
        )
        """
    ]

    static func append(_ reply: StaffReplyView, to submission: Submission.ID) -> Statement {
        Statement(
            """
            INSERT INTO reply (submission, number, body, is_instrumental, is_emotional, replied_by, replied_at)
            SELECT \(submission), COUNT(*) + 1, \(reply.text), \(reply.qualities.contains(.instrumental)),
                \(reply.qualities.contains(.emotional)), \(reply.repliedBy), \(reply.repliedAt)
            FROM reply WHERE submission = \(submission)
            """
        )
    }

    /// By submission, each one's oldest first.
    static func of(_ submissions: [Submission.ID]) -> Query<(submission: Submission.ID, reply: StaffReplyView)> {
        Query(
            """
            SELECT submission, body, is_instrumental, is_emotional, replied_by, replied_at FROM reply
            WHERE submission IN \(list: submissions) ORDER BY submission, number
            """
        ) { row in (try row.get("submission"), try read(row)) }
    }

    private static func read(_ row: Row) throws -> StaffReplyView {
        let isInstrumental: Bool = try row.get("is_instrumental")
        let isEmotional: Bool = try row.get("is_emotional")
        return StaffReplyView(
            text: try row.get("body"),
            qualities: (isInstrumental ? [.instrumental] : []) + (isEmotional ? [.emotional] : []),
            repliedBy: try row.get("replied_by"),
            repliedAt: try row.get("replied_at")
        )
    }

    static let samples: [SQL] = [
        append(StaffReplyView(text: .example, qualities: [], repliedBy: .example, repliedAt: .example), to: .example)
            .sql,
        of([.example]).sql,
    ]
}
