import GRDB

/// The prepared statements of one connection, by their text.
final class StatementCache {
    /// Lists of many lengths make many texts; beyond this number it is cheaper to start anew.
    private static let limit = 500

    private var statements: [String: GRDB.Statement] = [:]

    func statement(_ text: String, in db: GRDB.Database) throws -> GRDB.Statement {
        if let statement = statements[text] { return statement }
        if statements.count >= Self.limit { statements = [:] }
        let statement = try db.makeStatement(sql: text)
        statements[text] = statement
        return statement
    }

    /// A statement that failed tells its old error again when it is reset.
    func remove(_ text: String) {
        statements[text] = nil
    }

    func removeAll() {
        statements = [:]
    }
}
