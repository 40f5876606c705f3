import Models
import RewardsAPI
import TypedSQL

/// The courses.
enum CourseTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE course (
            id TEXT NOT NULL PRIMARY KEY,
            title TEXT NOT NULL,
            about TEXT NOT NULL,
            document TEXT NOT NULL,
            defined_by TEXT NOT NULL,
            defined_at BIGINT NOT NULL
        )
        """
    ]

    static func insert(_ terms: CourseTerms, by actor: Actor, at now: Instant) throws -> Statement {
        Statement(
            """
            INSERT INTO course (id, title, about, document, defined_by, defined_at)
            VALUES (
                \(terms.course), \(terms.title), \(terms.about), \(try StoredDocument.text(terms)), \(actor), \(now)
            )
            """
        )
    }

    static func find(_ id: Course.ID) -> Query<CourseTerms> {
        Query("SELECT document FROM course WHERE id = \(id)") { row in try StoredDocument.read(row, "document") }
    }

    /// In the order in which they were offered, one row more than the limit where there are more.
    static func page(after id: String, limit: PageLimit) -> Query<CourseSummary> {
        Query("SELECT id, title, about FROM course WHERE id > \(id) ORDER BY id LIMIT \(limit.count + 1)") { row in
            CourseSummary(course: try row.get("id"), title: try row.get("title"), about: try row.get("about"))
        }
    }

    static var samples: [SQL] {
        get throws {
            let terms = CourseTerms(
                course: .example,
                title: .example,
                about: .example,
                lessons: [],
                questions: [],
                passMark: .all,
                attempts: nil,
                validity: nil
            )
            return [
                try insert(terms, by: .example, at: .example).sql, find(.example).sql,
                page(after: "", limit: .standard).sql,
            ]
        }
    }
}
