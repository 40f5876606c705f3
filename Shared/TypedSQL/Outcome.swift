/// What a statement gave that was run together with others.
public struct Outcome: Sendable {
    /// How many rows it inserted, updated or deleted.
    public let changed: Int
    package let rows: [Row]

    package init(rows: [Row], changed: Int) {
        self.rows = rows
        self.changed = changed
    }

    /// The rows of the query that this is the outcome of, read.
    public func all<Output>(_ query: Query<Output>) throws -> [Output] { try rows.map(query.read) }
}
