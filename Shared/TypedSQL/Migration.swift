/// One step of a schema. Steps are numbered 1, 2, 3 and so on and are never changed once released.
public struct Migration: Sendable {
    public let number: Int
    public let name: String
    public let statements: [SQL]

    public init(_ number: Int, _ name: String, _ statements: [SQL]) {
        self.number = number
        self.name = name
        self.statements = statements
    }

    /// How it is shown to operators, such as `3_hold_expiry`.
    public var title: String { "\(number)_\(name)" }

    /// Changes with every letter of every statement and with every value in it.
    var checksum: String {
        let text = statements.flatMap(\.pieces).map { piece in
            switch piece {
            case .text(let literal): literal
            case .value(let value, _): "\u{1}\(value.kind):\(value.plain)\u{2}"
            }
        }
        return String(fingerprint(text.joined(separator: "\u{3}")), radix: 16)
    }
}

extension Database {
    /// Brings the schema up to date, each step in a transaction of its own and under a lock, so that
    /// several processes may start at the same moment.
    ///
    /// - Parameter service: who owns the database; one that another service owns is refused.
    /// - Returns: the titles of the steps that were applied now.
    /// - Throws: `newerSchema`, `changedMigration`, `conflict` when tables stay locked by others, or
    ///   `other` with code `migration` (numbers not 1, 2, 3...), `service` (another owner) or
    ///   `collation` (a PostgreSQL database that is not UTF-8 with the C collation, in which text keys
    ///   would sort differently from SQLite; create it with `LC_COLLATE 'C' ENCODING 'UTF8'`).
    public func migrate(_ migrations: [Migration], service: String) async throws -> [String] {
        guard migrations.map(\.number) == Array(1..<migrations.count + 1) else {
            throw SQLError.other(code: "migration", message: "steps must be numbered 1, 2, 3 and so on")
        }
        var applied: [String] = []
        while let title = try await applyNext(of: migrations, service: service) {
            applied.append(title)
        }
        return applied
    }

    private func applyNext(of migrations: [Migration], service: String) async throws -> String? {
        try await perform(.migration, until: .now + .seconds(3600)) { transaction in
            try transaction.checkCollation()
            try transaction.lock(name: "migration")
            try transaction.limitLockWait(to: .seconds(2))
            let count = try transaction.countApplied(of: migrations, service: service)
            guard count < migrations.count else { return nil }
            let next = migrations[count]
            for statement in next.statements { try transaction.run(Statement(statement)) }
            try transaction.record(next, service: service)
            return next.title
        }
    }
}

extension Transaction {
    /// How many of the steps the database has; the table that says so is made when it is missing.
    fileprivate func countApplied(of migrations: [Migration], service: String) throws -> Int {
        try run(
            Statement(
                """
                CREATE TABLE IF NOT EXISTS schema_migration (
                    number BIGINT NOT NULL PRIMARY KEY,
                    name TEXT NOT NULL,
                    checksum TEXT NOT NULL,
                    service TEXT NOT NULL
                )
                """
            )
        )
        let recorded = try all(
            Query("SELECT number, checksum, service FROM schema_migration ORDER BY number") { row in
                (
                    number: try row.get(0, as: Int.self), checksum: try row.get(1, as: String.self),
                    service: try row.get(2, as: String.self)
                )
            }
        )
        if let other = recorded.first(where: { $0.service != service }) {
            throw SQLError.other(code: "service", message: "this is the database of \(other.service)")
        }
        if let last = recorded.last, last.number > migrations.count {
            throw SQLError.newerSchema(found: last.number, known: migrations.count)
        }
        for (migration, record) in zip(migrations, recorded) where migration.checksum != record.checksum {
            throw SQLError.changedMigration(migration.number)
        }
        return recorded.count
    }

    fileprivate func record(_ migration: Migration, service: String) throws {
        try run(
            Statement(
                """
                INSERT INTO schema_migration (number, name, checksum, service)
                VALUES \(list: [migration.number, migration.name, migration.checksum, service])
                """
            )
        )
    }
}
