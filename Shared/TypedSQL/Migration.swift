/// One step of a schema, never changed once released.
///
/// Numbers ascend. Each hundred is a series of its own, so that a shared layer (1, 2, 3...) and the service above it
/// (101, 102...) can both add a step without renumbering the other's.
public struct Migration: Sendable {
    public let number: Int
    public let name: String
    public let statements: [SQL]
    private let own: [Engine: [SQL]]

    /// - Parameter own: what each engine says in its own words, such as a trigger; it comes after `statements`.
    public init(_ number: Int, _ name: String, _ statements: [SQL], own: (Engine) -> [SQL] = { _ in [] }) {
        self.number = number
        self.name = name
        self.statements = statements
        self.own = Dictionary(uniqueKeysWithValues: Engine.allCases.map { ($0, own($0)) })
    }

    func statements(on engine: Engine) -> [SQL] { statements + (own[engine] ?? []) }

    /// How it is shown to operators, such as `3_hold_expiry`.
    public var title: String { "\(number)_\(name)" }

    /// Changes with every letter of every statement and with every value in it.
    var checksum: String {
        let all = statements + Engine.allCases.flatMap { own[$0] ?? [] }
        let text = all.flatMap(\.pieces).map { piece in
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
    ///   `other` with code `migration` (numbers that do not ascend, or a step before one of its series that was applied), `service` (another owner) or
    ///   `collation` (a PostgreSQL database that is not UTF-8 with the C collation, in which text keys
    ///   would sort differently from SQLite; create it with `LC_COLLATE 'C' ENCODING 'UTF8'`).
    ///   A role that may make no tables can do this too where there is nothing to do, and else throws `migration`.
    public func migrate(_ migrations: [Migration], service: String) async throws -> [String] {
        let numbers = migrations.map(\.number)
        guard zip([0] + numbers, numbers).allSatisfy({ $0 < $1 }) else {
            throw SQLError.other(code: "migration", message: "the numbers of the steps must ascend")
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
            let mayMakeTables = try transaction.makeRecord()
            let applied = try transaction.applied(of: migrations, service: service)
            guard let next = migrations.first(where: { !applied.contains($0.number) }) else { return nil }
            guard mayMakeTables else {
                throw SQLError.other(
                    code: "migration",
                    message: "\(next.title) is for the owner of the database to make"
                )
            }
            guard !applied.contains(where: { $0 > next.number && $0 / 100 == next.number / 100 }) else {
                throw SQLError.other(code: "migration", message: "\(next.title) comes before a step that was applied")
            }
            for statement in next.statements(on: transaction.engine) { try transaction.run(Statement(statement)) }
            try transaction.record(next, service: service)
            return next.title
        }
    }
}

extension Transaction {
    /// Makes the table of what was applied when it is missing.
    /// - Returns: false where this role may make no tables: one that only serves, beside another one that migrates.
    fileprivate func makeRecord() throws -> Bool {
        let creation: SQL = """
            CREATE TABLE IF NOT EXISTS schema_migration (
                number BIGINT NOT NULL PRIMARY KEY,
                name TEXT NOT NULL,
                checksum TEXT NOT NULL,
                service TEXT NOT NULL
            )
            """
        do { _ = try savepoint { try run(Statement(creation)) } } catch SQLError.other("42501", _) { return false }
        return true
    }

    /// The numbers of the steps that the database has.
    fileprivate func applied(of migrations: [Migration], service: String) throws -> Set<Int> {
        guard let recorded = try recorded() else { return [] }
        if let other = recorded.first(where: { $0.service != service }) {
            throw SQLError.other(code: "service", message: "this is the database of \(other.service)")
        }
        let known = Dictionary(migrations.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        for record in recorded {
            guard let migration = known[record.number] else {
                throw SQLError.newerSchema(found: record.number, known: migrations.last?.number ?? 0)
            }
            guard migration.checksum == record.checksum else { throw SQLError.changedMigration(record.number) }
        }
        return Set(recorded.map(\.number))
    }

    /// What the database says was applied; nil where it says nothing, which only a role sees that may make no tables.
    private func recorded() throws -> [(number: Int, checksum: String, service: String)]? {
        let query = Query("SELECT number, checksum, service FROM schema_migration ORDER BY number") { row in
            (
                number: try row.get(0, as: Int.self), checksum: try row.get(1, as: String.self),
                service: try row.get(2, as: String.self)
            )
        }
        do { return try savepoint { try all(query) } } catch SQLError.other("42P01", _) { return nil }
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
