import Postgres
import SQLite
public import Testing
public import TypedSQL

/// The engines every suite runs on: `@Test(arguments: TestEngine.allCases)`.
public enum TestEngine: String, Sendable, CaseIterable, CustomTestStringConvertible {
    case sqlite, postgres

    public var testDescription: String { rawValue }

    /// Gives a new database with this schema, in memory or on a throw-away server.
    public func withDatabase(
        _ migrations: [Migration] = [],
        _ body: (Database) async throws -> Void
    ) async throws {
        switch self {
        case .sqlite:
            try await Self.use(.sqliteInMemory(), migrations, body)
        case .postgres:
            try await TestServer.withDatabase { try await Self.use(.postgres(url: $0), migrations, body) }
        }
    }

    /// Brings the schema up to date, runs the body and closes the database whatever happened.
    static func use(
        _ database: Database,
        _ migrations: [Migration],
        _ body: (Database) async throws -> Void
    ) async throws {
        do {
            if !migrations.isEmpty { _ = try await database.migrate(migrations, service: "test") }
            try await body(database)
        } catch {
            await database.close()
            throw error
        }
        await database.close()
    }
}
