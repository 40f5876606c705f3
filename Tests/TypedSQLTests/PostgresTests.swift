import Postgres
import Support
import Testing
import TypedSQL

struct PostgresTests {
    /// What PgBouncer in transaction mode needs: no named statements.
    @Test func unnamedStatements() async throws {
        try await TestServer.withDatabase { url in
            let database = try Database.postgres(url: url + "&statements=unnamed", poolSize: 1)
            _ = try await database.migrate(bank, service: "test")
            let names = try await database.write { transaction in
                try transaction.run(each: (0..<600).map { Bank.open("\($0)") })
                return try transaction.one(
                    Query("SELECT COUNT(*) FROM pg_prepared_statements") { try $0.get(0, as: Int.self) }
                )
            }
            #expect(names == 0)
            try await expect(600) { try await database.read { try $0.one(Bank.count) } }
            await database.close()
        }
    }

    @Test func keptStatements() async throws {
        try await TestServer.withDatabase { url in
            let database = try Database.postgres(url: url, poolSize: 1)
            _ = try await database.migrate(bank, service: "test")
            for number in 0..<5 { try await database.write { try $0.run(Bank.open("\(number)")) } }
            let query = Query("SELECT COUNT(*) FROM pg_prepared_statements WHERE statement LIKE 'INSERT INTO account%'")
            {
                try $0.get(0, as: Int.self)
            }
            try await expect(1) { try await database.read { try $0.one(query) } }
            await database.close()
        }
    }

    /// A closure that always conflicts is given up after five attempts, even when it hides the conflict.
    @Test func retriesAreBounded() async throws {
        try await TestServer.withDatabase { url in
            let database = try Database.postgres(url: url, poolSize: 1)
            let attempts = Counter()
            await #expect(throws: SQLError.conflict) {
                try await database.write { transaction in
                    _ = attempts.next()
                    let conflict = Statement("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40001'; END $$")
                    do { try transaction.run(conflict) } catch { throw Abandoned() }
                }
            }
            #expect(attempts.value == 5)
            await database.close()
        }
    }

    @Test(arguments: ["COPY account FROM STDIN", "COPY account TO STDOUT"] as [SQL])
    func copyIsRefused(_ sql: SQL) async throws {
        try await TestEngine.postgres.withDatabase(bank) { database in
            await #expect(throws: SQLError.other(code: "copy", message: "COPY is not supported")) {
                try await database.write { try $0.run(Statement(sql)) }
            }
            try await database.probe()
        }
    }

    @Test(arguments: ["", "mysql:///x", "postgresql:///x?nonsense=1", "host=/tmp"])
    func badURL(_ url: String) {
        #expect(throws: SQLError.other(code: "url", message: "the PostgreSQL URL cannot be read")) {
            try Database.postgres(url: url)
        }
    }

    @Test func nobodyThere() async throws {
        let database = try Database.postgres(url: "postgresql:///x?host=/tmp/nowhere")
        for _ in 0..<3 {
            let error = await #expect(throws: SQLError.self) { try await database.probe() }
            guard case .unavailable = error else { Issue.record("\(error as Any)"); return }
        }
        await database.close()
    }
}
