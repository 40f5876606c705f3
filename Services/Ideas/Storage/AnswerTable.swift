import IdeasAPI
import Models
import TypedSQL

/// The company's answers.
enum AnswerTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE official_answer (
            idea TEXT NOT NULL REFERENCES idea (id),
            place BIGINT NOT NULL,
            status TEXT NOT NULL,
            reply TEXT NOT NULL,
            reason TEXT,
            answered_at BIGINT NOT NULL,
            answered_by TEXT NOT NULL,
            PRIMARY KEY (idea, place),
            CONSTRAINT official_answer_reason CHECK (status <> 'declined' OR reason IS NOT NULL)
        )
        """
    ]

    static let samples: [SQL] = [
        of(.example).sql,
        append(
            AnswerView(status: .planned, reply: .example, reason: nil, answeredAt: .example),
            to: .example,
            by: .example
        ).sql,
    ]

    static func of(_ idea: Idea.ID) -> Query<AnswerView> {
        Query(
            "SELECT status, reply, reason, answered_at FROM official_answer WHERE idea = \(idea) ORDER BY place"
        ) { row in
            AnswerView(
                status: try row.get("status"),
                reply: try row.get("reply"),
                reason: try row.get("reason"),
                answeredAt: try row.get("answered_at")
            )
        }
    }

    static func append(_ answer: AnswerView, to idea: Idea.ID, by actor: Actor) -> Statement {
        Statement(
            """
            INSERT INTO official_answer (idea, place, status, reply, reason, answered_at, answered_by)
            SELECT \(idea), COUNT(*) + 1, \(answer.status), \(answer.reply), \(answer.reason), \(answer.answeredAt),
                \(actor)
            FROM official_answer WHERE idea = \(idea)
            """
        )
    }
}
