import IdeasAPI
import Models
import TypedSQL

/// The words by which ideas are found. The key begins with the word, so that a beginning is a range of it; both engines
/// compare text byte by byte.
enum TermTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE idea_term (
            term TEXT NOT NULL,
            idea TEXT NOT NULL REFERENCES idea (id),
            PRIMARY KEY (term, idea)
        )
        """
    ]

    static let samples: [SQL] = [having("a"), insert([(.example, "a")]).sql]

    /// The ideas that have the word or one that begins with it: U+10FFFF sorts behind everything that can follow.
    static func having(_ term: String) -> SQL {
        "SELECT idea FROM idea_term WHERE term >= \(term) AND term <= \(term + "\u{10FFFF}")"
    }

    static func insert(_ terms: [(idea: Idea.ID, term: String)]) -> Statement {
        let rows: [[any SQLValue]] = terms.map { [$0.term, $0.idea] }
        return Statement("INSERT INTO idea_term (term, idea) VALUES \(rows: rows)")
    }
}
