// What the database itself asks of the engine.

extension Transaction {
    package func prepare(_ sql: SQL) throws {
        try engineWork { try connection.prepare(sql.rendered(for: engine)) }
    }

    package func limitLockWait(to limit: Duration) throws {
        try engineWork { try connection.limitLockWait(to: limit) }
    }

    package func checkWritable() throws {
        try engineWork { try connection.checkWritable() }
    }

    package func checkCollation() throws {
        try engineWork { try connection.checkCollation() }
    }

    package func schema() throws -> String {
        try engineWork { try connection.schema() }
    }
}
