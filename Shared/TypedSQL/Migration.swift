/// One step of a schema. Numbers only grow, may leave gaps (whoever hosts a service keeps the first hundred for its own
/// tables), and a step is never changed once released.
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
    ///   `other` with code `migration` (numbers that do not grow from 1 on), `service` (another owner) or
    ///   `collation` (a PostgreSQL database that is not UTF-8 with the C collation, in which text keys
    ///   would sort differently from SQLite; create it with `LC_COLLATE 'C' ENCODING 'UTF8'`).
    public func migrate(_ migrations: [Migration], service: String) async throws -> [String] {
        let numbers = [0] + migrations.map(\.number)
        guard zip(numbers, numbers.dropFirst()).allSatisfy(<) else {
            throw SQLError.other(code: "migration", message: "the numbers of the steps must grow from 1 on")
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
            guard let next = try transaction.next(of: migrations, service: service) else { return nil }
            for statement in next.statements { try transaction.run(Statement(statement)) }
            try transaction.record(next, service: service)
            return next.title
        }
    }
}

extension Transaction {
    /// The first step that the database lacks; the table that says which it has is made when it is missing.
    fileprivate func next(of migrations: [Migration], service: String) throws -> Migration? {
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
        let known = Dictionary(uniqueKeysWithValues: migrations.map { ($0.number, $0) })
        for record in recorded {
            guard let migration = known[record.number] else {
                throw SQLError.newerSchema(found: record.number, known: migrations.last?.number ?? 0)
            }
            guard migration.checksum == record.checksum else { throw SQLError.changedMigration(record.number) }
        }
        let applied = Set(recorded.map(\.number))
        return migrations.first { !applied.contains($0.number) }
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
