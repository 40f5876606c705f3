import IdeasAPI
import Models
import TypedSQL

/// Comments on ideas.
enum RemarkTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE remark (
            id TEXT NOT NULL PRIMARY KEY,
            idea TEXT NOT NULL REFERENCES idea (id),
            author TEXT NOT NULL,
            body TEXT NOT NULL,
            posted_at BIGINT NOT NULL
        )
        """,
        "CREATE INDEX remark_oldest ON remark (idea, id)",
    ]

    static let samples: [SQL] = [
        page(.example, after: .example, limit: .standard).sql, counts([.example]).sql,
        insert(.example, on: .example, by: .example, .example, at: .example).sql,
    ]

    /// The oldest first, one more than asked for.
    static func page(_ idea: Idea.ID, after: Cursor?, limit: PageLimit) -> Query<RemarkView> {
        let bound: SQL = after.map { "AND id > \($0.key)" } ?? ""
        return Query(
            """
            SELECT id, author, body, posted_at FROM remark WHERE idea = \(idea) \(bound)
            ORDER BY id LIMIT \(limit.count + 1)
            """
        ) { row in
            RemarkView(
                remark: try row.get("id"),
                author: try row.get("author"),
                body: try row.get("body"),
                postedAt: try row.get("posted_at")
            )
        }
    }

    static func counts(_ ideas: [Idea.ID]) -> Query<(idea: Idea.ID, count: Tally)> {
        Query("SELECT idea, COUNT(*) AS remarks FROM remark WHERE idea IN \(list: ideas) GROUP BY idea") { row in
            (try row.get("idea"), try row.get("remarks"))
        }
    }

    static func insert(
        _ id: Remark.ID,
        on idea: Idea.ID,
        by author: Member.ID,
        _ body: Prose,
        at now: Instant
    ) -> Statement {
        Statement(
            """
            INSERT INTO remark (id, idea, author, body, posted_at)
            VALUES (\(id), \(idea), \(author), \(body), \(now))
            """
        )
    }
}
