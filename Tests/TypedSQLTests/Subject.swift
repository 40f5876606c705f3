import Foundation
import Postgres
import SQLite
import Support
import Testing
import TypedSQL

/// What the conformance suite runs on: SQLite has two forms with different threads.
enum Subject: String, Sendable, CaseIterable, CustomTestStringConvertible {
    case memory, file, postgres

    var testDescription: String { rawValue }

    func withDatabase(_ migrations: [Migration] = [], _ body: (Database) async throws -> Void) async throws {
        switch self {
        case .memory: try await TestEngine.sqlite.withDatabase(migrations, body)
        case .postgres: try await TestEngine.postgres.withDatabase(migrations, body)
        case .file:
            try await withTemporaryDirectory { directory in
                let database = try Database.sqlite(path: directory + "/test.sqlite")
                if !migrations.isEmpty { _ = try await database.migrate(migrations, service: "test") }
                try await body(database)
                await database.close()
            }
        }
    }
}

func withTemporaryDirectory(_ body: (String) async throws -> Void) async throws {
    let directory = "/tmp/typedsql-\(UInt64.random(in: 0...UInt64.max))"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    try await body(directory)
}

/// Accounts with every kind of constraint, and notes that belong to them.
let bank = [
    Migration(
        1,
        "bank",
        [
            """
            CREATE TABLE account (
                id TEXT NOT NULL PRIMARY KEY,
                name TEXT NOT NULL,
                balance BIGINT NOT NULL CONSTRAINT account_not_overdrawn CHECK (balance >= 0)
            )
            """,
            "CREATE UNIQUE INDEX account_name ON account (name)",
            """
            CREATE TABLE note (
                account TEXT NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY IMMEDIATE,
                number BIGINT NOT NULL,
                body TEXT,
                PRIMARY KEY (account, number)
            )
            """,
            """
            CREATE TABLE late (
                account TEXT NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED
            )
            """,
        ]
    )
]

enum Bank {
    static func open(_ id: String, name: String? = nil, balance: Int = 0) -> Statement {
        Statement("INSERT INTO account (id, name, balance) VALUES \(list: [id, name ?? "name of \(id)", balance])")
    }

    static let count = Query("SELECT COUNT(*) FROM account") { try $0.get(0, as: Int.self) }

    static func balance(_ id: String) -> Query<Int> {
        Query("SELECT balance FROM account WHERE id = \(id)") { try $0.get("balance") }
    }

    static func setBalance(_ id: String, _ balance: Int) -> Statement {
        Statement("UPDATE account SET balance = \(balance) WHERE id = \(id)")
    }

    /// The guard and the change are one statement.
    static func debit(_ id: String, _ amount: Int) -> Statement {
        Statement("UPDATE account SET balance = balance - \(amount) WHERE id = \(id) AND balance >= \(amount)")
    }
}

/// An endless query on both engines.
let endless = Query(
    """
    WITH RECURSIVE counter (n) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT n + 1 FROM counter)
    SELECT COUNT(*) FROM counter
    """
) { try $0.get(0, as: Int.self) }

struct Abandoned: Error, Equatable {}
