import Foundation
import Postgres
import Support
import Testing
import TypedSQL

/// A server that goes away, freezes, refuses writes or does not reach its standby.
@Suite(.serialized)
struct PostgresFaultTests {
    /// A server of its own, because these tests hurt it.
    private func withServer(
        _ settings: [String] = [],
        poolSize: Int = 2,
        _ body: (ThrowawayPostgres, Database) async throws -> Void
    ) async throws {
        let server: ThrowawayPostgres
        do {
            server = try await TestServer.blocking { try ThrowawayPostgres(settings: settings) }
        } catch {
            if ProcessInfo.processInfo.environment["CI"] == "true" { throw error }
            try Test.cancel("needs PostgreSQL: \(error)")
        }
        let database = try Database.postgres(url: server.url(), poolSize: poolSize)
        _ = try await database.migrate(bank, service: "test")
        try await body(server, database)
        await database.close()
    }

    private func pid(_ database: Database) async throws -> Int {
        try await database.read { try $0.one(Query("SELECT pg_backend_pid()") { try $0.get(0, as: Int.self) }) }
    }

    @Test func stopAndStart() async throws {
        try await withServer { server, database in
            try await database.write { try $0.run(Bank.open("a")) }
            try await TestServer.blocking { try server.stop() }
            let start = ContinuousClock.now
            for _ in 0..<10 {
                let error = await #expect(throws: SQLError.self) {
                    try await database.write { try $0.run(Bank.open("b")) }
                }
                guard case .unavailable = error else { Issue.record("\(error as Any)"); continue }
            }
            await #expect(throws: SQLError.self) { try await database.probe() }
            #expect(ContinuousClock.now - start < .seconds(10))
            try await TestServer.blocking { try server.start() }
            let end = ContinuousClock.now + .seconds(5)
            while ContinuousClock.now < end, (try? await database.probe()) == nil { await Task.yield() }
            #expect(ContinuousClock.now < end)
            try await expect(1) { try await database.read { try $0.one(Bank.count) } }
        }
    }

    /// A restart between two calls is not noticed: both connections are found dead and replaced.
    @Test func restartBetweenCalls() async throws {
        try await withServer { server, database in
            for _ in 0..<4 { _ = try await pid(database) }
            try await TestServer.blocking { try server.stop() }
            try await TestServer.blocking { try server.start() }
            for number in 0..<4 { try await database.write { try $0.run(Bank.open("\(number)")) } }
            try await expect(4) { try await database.read { try $0.one(Bank.count) } }
        }
    }

    /// A connection that ends inside a transaction: nothing was committed, so the closure is repeated.
    @Test func terminatedBackend() async throws {
        try await withServer { server, database in
            let attempts = Counter()
            try await database.write { transaction in
                try transaction.run(Bank.open("a"))
                guard attempts.next() == 1 else { return }
                let own = try transaction.one(Query("SELECT pg_backend_pid()") { try $0.get(0, as: Int.self) })
                try runCommand("SELECT pg_terminate_backend(\(own))", url: server.url())
                while true { _ = try transaction.one(Bank.count) }
            }
            #expect(attempts.value == 2)
            try await expect(1) { try await database.read { try $0.one(Bank.count) } }
        }
    }

    @Test func alwaysTerminatedBackend() async throws {
        try await withServer { _, database in
            let error = await #expect(throws: SQLError.self) {
                try await database.write {
                    _ = try $0.all(Query("SELECT pg_terminate_backend(pg_backend_pid())") { _ in })
                }
            }
            guard case .unavailable = error else { Issue.record("\(error as Any)"); return }
            try await database.probe()
        }
    }

    /// A server that stopped answering costs the deadline and a little, and the connection is dropped.
    @Test func frozenServer() async throws {
        try await withServer(poolSize: 1) { _, database in
            let backend = pid_t(try await pid(database))
            kill(backend, SIGSTOP)
            let start = ContinuousClock.now
            await #expect(throws: SQLError.timeout) {
                try await database.write(deadline: start + .milliseconds(300)) { try $0.run(Bank.open("a")) }
            }
            #expect(ContinuousClock.now - start < .seconds(3))
            kill(backend, SIGCONT)
            let next = try await pid(database)
            #expect(next != Int(backend))
            try await expect(0) { try await database.read { try $0.one(Bank.count) } }
        }
    }

    /// The deadline ends the waiting for the standby, without a cancel, and the row is there all the same.
    @Test func deadlineDuringCommit() async throws {
        try await withServer(["synchronous_standby_names = 'ghost'", "synchronous_commit = local"]) {
            server,
            database in
            await #expect(throws: SQLError.unknownOutcome) {
                try await database.write(deadline: .now + .milliseconds(300)) { transaction in
                    try transaction.run(Statement("SET LOCAL synchronous_commit = on"))
                    try transaction.run(Bank.open("a"))
                }
            }
            try runCommand(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'COMMIT'",
                url: server.url()
            )
            let end = ContinuousClock.now + .seconds(5)
            while ContinuousClock.now < end, try await database.read({ try $0.one(Bank.count) }) == 0 {
                await Task.yield()
            }
            #expect(ContinuousClock.now < end)
        }
    }

    /// Somebody cancels the waiting: the server says COMMIT and only warns.
    @Test func cancelledStandbyWait() async throws {
        try await withServer(["synchronous_standby_names = 'ghost'", "synchronous_commit = local"]) {
            server,
            database in
            let canceller = Task.detached {
                let waiting = "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
                while !Task.isCancelled { try runCommand(waiting, url: server.url()) }
            }
            await #expect(throws: SQLError.unknownOutcome) {
                try await database.write { transaction in
                    try transaction.run(Statement("SET LOCAL synchronous_commit = on"))
                    try transaction.run(Bank.open("a"))
                }
            }
            canceller.cancel()
            try await expect(1) { try await database.read { try $0.one(Bank.count) } }
        }
    }

    /// A server that became read-only, as a demoted primary does, while connections to it were open.
    @Test func demotedServer() async throws {
        try await withServer { server, database in
            for _ in 0..<4 { try await database.probe() }
            try runCommand("ALTER SYSTEM SET default_transaction_read_only = on", url: server.url())
            try runCommand(
                "SELECT pg_reload_conf()",
                url: server.url() + "&options=-cdefault_transaction_read_only%3Doff"
            )
            let end = ContinuousClock.now + .seconds(5)
            while ContinuousClock.now < end, (try? await database.probe()) != nil { await Task.yield() }
            let error = await #expect(throws: SQLError.self) { try await database.write { try $0.run(Bank.open("a")) } }
            #expect(error?.isRetryable == true)
            let writable = server.url() + "&options=-cdefault_transaction_read_only%3Doff"
            try runCommand("ALTER SYSTEM RESET default_transaction_read_only", url: writable)
            try runCommand("SELECT pg_reload_conf()", url: writable)
            while ContinuousClock.now < end, (try? await database.probe()) == nil { await Task.yield() }
            try await database.write { try $0.run(Bank.open("a")) }
        }
    }

    /// A kept statement whose answer changed its type is prepared anew.
    @Test func changedColumn() async throws {
        try await withServer(poolSize: 1) { server, database in
            let all = Query("SELECT * FROM account") { $0 }
            try await database.write { try $0.run(Bank.open("a")) }
            _ = try await database.read { try $0.all(all).count }
            try runCommand("ALTER TABLE account ADD COLUMN extra TEXT NOT NULL DEFAULT 'x'", url: server.url())
            let extra = try await database.read { try $0.one(all).get("extra", as: String.self) }
            #expect(extra == "x")
        }
    }

    @Test func otherCollation() async throws {
        try await withServer { server, _ in
            try runCommand(
                "CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C'",
                url: server.url()
            )
            let database = try Database.postgres(url: server.url(database: "latin"))
            let error = await #expect(throws: SQLError.self) { try await database.migrate(bank, service: "test") }
            guard case .other("collation", _) = error else { Issue.record("\(error as Any)"); return }
            await database.close()
        }
    }

    /// A table that somebody keeps locked is tried a few times, two seconds each.
    @Test func migrationMeetsALock() async throws {
        try await withServer { server, database in
            let (held, released) = (Semaphore(), Semaphore())
            async let holder: Void = database.write { transaction in
                try transaction.run(Statement("LOCK TABLE account"))
                held.signal()
                released.wait()
            }
            await blockingWait(held)
            let second = Migration(2, "more", ["ALTER TABLE account ADD COLUMN more TEXT"])
            async let applied = database.migrate(bank + [second], service: "test")
            let url = server.url()
            // The server's own clock has to pass the limit of two seconds, so the server is asked to wait.
            try await TestServer.blocking { try runCommand("SELECT pg_sleep(2.5)", url: url) }
            released.signal()
            try await holder
            let titles = try await applied
            #expect(titles == ["2_more"])
        }
    }
}
