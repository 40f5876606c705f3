import Support
import Testing
import TypedSQL

struct MigrateTests {
    private let second = Migration(
        2,
        "colour",
        [
            "ALTER TABLE account ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'",
            "INSERT INTO account (id, name, balance) VALUES \(list: ["house", "house", 0])",
        ]
    )

    @Test(arguments: Subject.allCases)
    func stepByStep(_ subject: Subject) async throws {
        try await subject.withDatabase { database in
            try await expect(["1_bank"]) { try await database.migrate(bank, service: "test") }
            try await expect([]) { try await database.migrate(bank, service: "test") }
            try await expect(["2_colour"]) { try await database.migrate(bank + [second], service: "test") }
            try await expect(1) { try await database.read { try $0.one(Bank.count) } }
        }
    }

    @Test(arguments: Subject.allCases)
    func newerDatabase(_ subject: Subject) async throws {
        try await subject.withDatabase(bank + [second]) { database in
            await #expect(throws: SQLError.newerSchema(found: 2, known: 1)) {
                try await database.migrate(bank, service: "test")
            }
        }
    }

    @Test(arguments: Subject.allCases)
    func changedStep(_ subject: Subject) async throws {
        try await subject.withDatabase(bank + [second]) { database in
            let changed = Migration(2, "colour", Array(second.statements.dropLast()))
            await #expect(throws: SQLError.changedMigration(2)) {
                try await database.migrate(bank + [changed], service: "test")
            }
            let otherValue: SQL = "INSERT INTO account (id, name, balance) VALUES \(list: ["house", "house", 1])"
            let changedValue = Migration(2, "colour", [second.statements[0], otherValue])
            await #expect(throws: SQLError.changedMigration(2)) {
                try await database.migrate(bank + [changedValue], service: "test")
            }
        }
    }

    @Test(arguments: Subject.allCases)
    func otherService(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            let expected = SQLError.other(code: "service", message: "this is the database of test")
            await #expect(throws: expected) { try await database.migrate(bank, service: "other") }
        }
    }

    @Test(arguments: Subject.allCases)
    func wrongNumbers(_ subject: Subject) async throws {
        try await subject.withDatabase { database in
            let expected = SQLError.other(code: "migration", message: "the numbers of the steps must ascend")
            await #expect(throws: expected) { try await database.migrate([second] + bank, service: "test") }
        }
    }

    /// A step that fails leaves nothing of itself, and the steps before it stay.
    @Test(arguments: Subject.allCases)
    func brokenStep(_ subject: Subject) async throws {
        try await subject.withDatabase { database in
            let broken = Migration(2, "broken", ["CREATE TABLE half (a BIGINT)", "CREATE TABLE account (a BIGINT)"])
            await #expect(throws: SQLError.self) { try await database.migrate(bank + [broken], service: "test") }
            let left = try await database.schema()
            #expect(!left.contains("half"))
            try await expect(["2_colour"]) { try await database.migrate(bank + [second], service: "test") }
        }
    }

    @Test(arguments: Subject.allCases)
    func manyAtOnce(_ subject: Subject) async throws {
        try await subject.withDatabase { database in
            let applied = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<8 {
                    group.addTask { try await database.migrate(bank + [second], service: "test") }
                }
                return try await group.reduce([], +)
            }
            #expect(applied.sorted() == ["1_bank", "2_colour"])
        }
    }

    @Test(arguments: Subject.allCases)
    func schema(_ subject: Subject) async throws {
        let view = Migration(
            2,
            "view",
            ["CREATE INDEX note_body ON note (body)", "CREATE VIEW rich AS SELECT id FROM account WHERE balance > 100"]
        )
        try await subject.withDatabase(bank + [view]) { database in
            let schema = try await database.schema()
            let parts = [
                "CREATE TABLE account (", "CREATE TABLE note (", "account_not_overdrawn", "INDEX account_name",
                "INDEX note_body", "CREATE VIEW rich AS", "REFERENCES account",
            ]
            for part in parts { #expect(schema.contains(part), "\(part) is missing in \(schema)") }
            #expect(!schema.contains("schema_migration"))
            try await expect(schema) { try await database.schema() }
        }
    }
}
