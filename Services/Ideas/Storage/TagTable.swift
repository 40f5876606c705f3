import IdeasAPI
import Models
import TypedSQL

/// The tags of ideas, in the order in which the author gave them.
enum TagTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE idea_tag (
            idea TEXT NOT NULL REFERENCES idea (id),
            place BIGINT NOT NULL,
            tag TEXT NOT NULL,
            PRIMARY KEY (idea, place)
        )
        """
    ]

    static let samples: [SQL] = [of([.example]).sql, insert(.example, [.example]).sql]

    static func of(_ ideas: [Idea.ID]) -> Query<(idea: Idea.ID, tag: Tag)> {
        Query("SELECT idea, tag FROM idea_tag WHERE idea IN \(list: ideas) ORDER BY idea, place") { row in
            (try row.get("idea"), try row.get("tag"))
        }
    }

    /// - Parameter tags: at least one.
    static func insert(_ idea: Idea.ID, _ tags: [Tag]) -> Statement {
        let rows: [[any SQLValue]] = tags.enumerated().map { [idea, $0.offset, $0.element] }
        return Statement("INSERT INTO idea_tag (idea, place, tag) VALUES \(rows: rows)")
    }
}
