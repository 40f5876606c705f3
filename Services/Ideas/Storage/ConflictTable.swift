import IdeasAPI
import Models
import TypedSQL

/// The conflicts of interest that experts have declared.
enum ConflictTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE conflict_of_interest (
            idea TEXT NOT NULL REFERENCES idea (id),
            expert TEXT NOT NULL,
            reason TEXT NOT NULL,
            declared_at BIGINT NOT NULL,
            PRIMARY KEY (idea, expert)
        )
        """
    ]

    static let samples: [SQL] = [
        find(.example, of: .example).sql, insert(.example, of: .example, .example, at: .example).sql,
    ]

    static func find(_ idea: Idea.ID, of expert: Member.ID) -> Query<Instant> {
        Query("SELECT declared_at FROM conflict_of_interest WHERE idea = \(idea) AND expert = \(expert)") { row in
            try row.get("declared_at")
        }
    }

    static func insert(_ idea: Idea.ID, of expert: Member.ID, _ reason: Sentence, at now: Instant) -> Statement {
        Statement(
            """
            INSERT INTO conflict_of_interest (idea, expert, reason, declared_at)
            VALUES (\(idea), \(expert), \(reason), \(now))
            """
        )
    }
}
