import Support
import Testing
import TypedSQL

struct PrepareTests {
    @Test(arguments: Subject.allCases)
    func nothingIsRun(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            try await database.prepare(Bank.open("a").sql)
            try await database.prepare("SELECT id FROM account WHERE balance > \(nil as Int?)")
            try await expect(0) { try await database.read { try $0.one(Bank.count) } }
        }
    }

    @Test(
        arguments: Subject.allCases,
        [
            "SELECT nothing FROM account", "SELEC 1", "SELECT id FROM nowhere", "SELECT id FROM account WHERE",
            "INSERT INTO account (id, name) VALUES ('a')", "SELECT \"nothing\" FROM account",
            "SELECT id FROM account; SELECT name FROM account", "SELECT no_function(id) FROM account",
        ] as [SQL]
    )
    func badText(_ subject: Subject, _ sql: SQL) async throws {
        try await subject.withDatabase(bank) { database in
            await #expect(throws: SQLError.self) { try await database.prepare(sql) }
            try await database.prepare(Bank.count.sql)
        }
    }
}
