import Hosting
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

// On PostgreSQL the service may have a role that owns nothing: what it must never do is then refused by the server for
// want of a right, before any trigger is asked.

/// A service whose tables belong to somebody else.
private func withLeastPrivilege(
    settings: [String: String] = [:],
    _ body: (Harness<RewardsService>) async throws -> Void
) async throws {
    try await TestServer.withOwnerAndOther { owner, other, name in
        try await Harness<RewardsService>(owner).host.grantUse(to: name)
        try await body(Harness(other, settings: settings))
    }
}

@Test func theServiceMayNotChangeTheJournal() async throws {
    try await withLeastPrivilege { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        try await host.charge(1, from: ines)
        try await host.hold(1, of: ines)
        for statement in Forbidden.all {
            let error = await #expect(throws: SQLError.self, "\(statement)") {
                _ = try await host.host.database.write { try $0.run(Statement(statement)) }
            }
            guard case .other("42501", _) = error else {
                Issue.record("\(statement) was refused for another reason: \(String(describing: error))")
                continue
            }
        }
        #expect(try await host.read { try $0.all(Forbidden.rights) } == [])
        try await host.expectSound()
    }
}

/// What an owner could do to what must stay as it is.
private enum Forbidden {
    static let tables: [SQL] = Journal.tables + ["event_log"]

    static var all: [SQL] {
        tables.flatMap(on) + Journal.tables.flatMap(guarding) + Journal.tables.dropFirst().map(locking) + changes + [
            "UPDATE event_log SET content = '{}'", "UPDATE event_log SET id = id", "DELETE FROM schema_migration",
            "INSERT INTO schema_migration (number, name, checksum, service) VALUES (999, 'x', 'x', 'rewards')",
            "SET session_replication_role = replica", "CREATE TABLE mine (id BIGINT)",
            "CREATE OR REPLACE FUNCTION journal_is_final() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
            "DROP FUNCTION journal_is_final() CASCADE", "ALTER TABLE account DROP CONSTRAINT account_available",
            "TRUNCATE account CASCADE", "DROP INDEX transfer_award",
        ]
    }

    private static func on(_ table: SQL) -> [SQL] {
        [
            "DELETE FROM \(table)", "TRUNCATE \(table) CASCADE", "DROP TABLE \(table) CASCADE",
            "ALTER TABLE \(table) ADD COLUMN more BIGINT", "ALTER TABLE \(table) RENAME TO other",
            "ALTER TABLE \(table) DISABLE TRIGGER ALL", "ALTER TABLE \(table) OWNER TO CURRENT_USER",
        ]
    }

    private static func guarding(_ table: SQL) -> [SQL] {
        ["DROP TRIGGER \(table)_is_final ON \(table)"]
    }

    /// A row of which nothing can change cannot be locked either; of a transfer's row the reason can be erased.
    private static func locking(_ table: SQL) -> SQL { "SELECT 1 FROM \(table) FOR UPDATE" }

    private static let changes: [SQL] = [
        "UPDATE transfer SET kind = kind", "UPDATE transfer SET amount = amount", "UPDATE entry SET delta = delta",
        "UPDATE lot_use SET amount = amount", "UPDATE lot_hold SET amount = amount",
        "UPDATE rule_version SET per_day = NULL",
    ]

    /// The rights to change a final table that the role has after all.
    static let rights = Query<String>(
        """
        SELECT table_name || ' ' || privilege_type AS granted FROM information_schema.table_privileges
        WHERE table_name IN ('transfer', 'entry', 'lot_use', 'lot_hold', 'rule_version', 'event_log')
            AND grantee = CURRENT_USER AND (privilege_type NOT IN ('SELECT', 'INSERT') OR is_grantable = 'YES')
        """
    ) { row in try row.get("granted") }
}

/// The server checks the rights of a statement when it explains it: the role may run each that the service has.
@Test func theServiceMayRunEachOfItsStatements() async throws {
    try await withLeastPrivilege { host in
        let samples = try RewardsStorage.samples()
        for sample in samples {
            let explained: SQL = "EXPLAIN \(sample)"
            _ = try await host.host.database.write { try $0.all(Query(explained) { _ in }) }
        }
    }
}

@Test func theServiceWorksWithLeastPrivilege() async throws {
    try await withLeastPrivilege(settings: LedgerRun.settings) { host in
        var generator = SeededGenerator.printed()
        var run = try await LedgerRun(host)
        for _ in 0..<400 { try await run.step(generator.next()) }
        try await run.expectAgreement()
        try await run.expectStatementsAddUp()
    }
}

@Test func aRoleThatOwnsTheTablesIsRefused() async throws {
    try await TestServer.withOwnerAndOther { owner, _, _ in
        let host = try await Harness<RewardsService>(owner)
        let user = Query<String>("SELECT CURRENT_USER AS name") { row in try row.get("name") }
        let name = try await host.read { try $0.one(user) }
        let error = await #expect(throws: SQLError.self) { try await host.host.grantUse(to: name) }
        if case .other("42501", _) = error { return }
        Issue.record("\(String(describing: error))")
    }
}

/// A role that only serves cannot start a new version before the owner has migrated, and is told so.
@Test func aRoleWithoutRightsDoesNotMigrate() async throws {
    try await withLeastPrivilege { host in
        let migrations = Host<RewardsService>.migrations
        try await #expect(host.host.database.migrate(migrations, service: "rewards") == [])
        let next = migrations + [Migration(9999, "next", ["SELECT 1"])]
        let expected = SQLError.other(code: "migration", message: "9999_next is for the owner of the database to make")
        await #expect(throws: expected) { try await host.host.database.migrate(next, service: "rewards") }
    }
}
