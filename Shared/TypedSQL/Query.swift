/// A statement that gives rows, with the function that reads one of them.
public struct Query<Output>: Sendable {
    public let sql: SQL
    package let read: @Sendable (Row) throws -> Output

    public init(_ sql: SQL, _ read: @escaping @Sendable (Row) throws -> Output) {
        self.sql = sql
        self.read = read
    }
}

/// A statement that gives no rows.
public struct Statement: Sendable {
    public let sql: SQL

    public init(_ sql: SQL) {
        self.sql = sql
    }
}
