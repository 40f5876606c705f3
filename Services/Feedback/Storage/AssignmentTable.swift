import FeedbackAPI
import Models
import TypedSQL

/// Who had a submission, step by step; append-only.
enum AssignmentTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE assignment (
            submission TEXT NOT NULL REFERENCES submission (id),
            number BIGINT NOT NULL,
            assignee TEXT,
            team TEXT,
            note TEXT,
            assigned_by TEXT NOT NULL,
            assigned_at BIGINT NOT NULL,
            PRIMARY KEY (submission, number),
            CONSTRAINT assignment_holder CHECK (assignee IS NOT NULL OR team IS NOT NULL)
        )
        """
    ]

    static func append(_ step: AssignmentView, to submission: Submission.ID) -> Statement {
        Statement(
            """
            INSERT INTO assignment (submission, number, assignee, team, note, assigned_by, assigned_at)
            SELECT \(submission), COUNT(*) + 1, \(step.assignee), \(step.team), \(step.note), \(step.assignedBy),
                \(step.assignedAt)
            FROM assignment WHERE submission = \(submission)
            """
        )
    }

    /// Oldest first.
    static func of(_ submission: Submission.ID) -> Query<AssignmentView> {
        Query(
            """
            SELECT assignee, team, note, assigned_by, assigned_at FROM assignment
            WHERE submission = \(submission) ORDER BY number
            """
        ) { row in
            AssignmentView(
                assignee: try row.get("assignee"),
                team: try row.get("team"),
                note: try row.get("note"),
                assignedBy: try row.get("assigned_by"),
                assignedAt: try row.get("assigned_at")
            )
        }
    }

    static let samples: [SQL] = [
        append(AssignmentView(assignee: .example, assignedBy: .example, assignedAt: .example), to: .example).sql,
        of(.example).sql,
    ]
}
