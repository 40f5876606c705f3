import Foundation
import Postgres
import Support
import Testing
import TypedSQL

/// A shared commit that is lost, and a lock that somebody else holds, on a server of its own.
struct SharedWritesFaultTests {
    /// The commit waits for a standby that is not there: nobody is told that it failed, nobody that it succeeded.
    @Test func aLostCommitIsUnknownToEveryone() async throws {
        try await withServer(["synchronous_standby_names = 'ghost'", "synchronous_commit = local"]) {
            server,
            database in
            let group = SharedWrites<String, String>()
            let results = await withTaskGroup(of: SQLError?.self) { tasks in
                for number in 0..<8 {
                    tasks.addTask {
                        do {
                            _ = try await group.run("\(number)", deadline: nil, limit: 128) { ids in
                                try await database.write(deadline: .now + .milliseconds(300), attempts: 1) { tx in
                                    try tx.run(Statement("SET LOCAL synchronous_commit = on"))
                                    try tx.run(each: ids.map { Bank.open($0) })
                                    return ids
                                }
                            }
                            return nil
                        } catch { return error as? SQLError }
                    }
                }
                return await tasks.reduce(into: []) { $0.append($1) }
            }
            #expect(results == Array(repeating: .unknownOutcome, count: 8))
            try runCommand(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'COMMIT'",
                url: server.url()
            )
        }
    }

    /// One who meets a row that somebody keeps locked sends everyone away after a moment; alone, the others are done
    /// while the lock is still held.
    @Test func aLockHoldsUpNobodyElse() async throws {
        try await withServer([]) { _, database in
            try await database.write { try $0.run(each: ["locked", "free"].map { Bank.open($0, balance: 5) }) }
            let (held, released) = (Semaphore(), Semaphore())
            async let holder: Void = database.write(isolation: .readCommitted) { tx in
                try tx.run(Bank.debit("locked", 1))
                held.signal()
                released.wait()
            }
            await blockingWait(held)
            let group = SharedWrites<String, Int>(lanes: 1)
            let outputs = await withTaskGroup(of: Result<Int?, any Error>.self) { tasks in
                for id in ["locked", "free"] {
                    tasks.addTask { await Result { try await debit(id, group, database) } }
                }
                return await tasks.reduce(into: []) { $0.append($1) }
            }
            let answers = try outputs.map { try $0.get() }
            #expect(answers.contains(nil))
            try await expect(1) {
                try await database.write(isolation: .readCommitted) { try $0.run(Bank.debit("free", 1)) }
            }
            released.signal()
            try await holder
            try await expect(4) { try await database.read { try $0.one(Bank.balance("locked")) } }
        }
    }

    private func debit(_ id: String, _ group: SharedWrites<String, Int>, _ database: Database) async throws -> Int? {
        try await group.run(id, deadline: nil, limit: 128) { ids in
            try await database.write(isolation: .readCommitted, attempts: 1) { tx in
                try tx.limitLockWait(to: .milliseconds(50))
                return try ids.map { try tx.run(Bank.debit($0, 1)) }
            }
        }
    }

    private func withServer(
        _ settings: [String],
        _ body: (ThrowawayPostgres, Database) async throws -> Void
    ) async throws {
        let server = try await TestServer.blocking { try ThrowawayPostgres(settings: settings) }
        let database = try Database.postgres(url: server.url(), poolSize: 3)
        _ = try await database.migrate(bank, service: "test")
        try await body(server, database)
        await database.close()
    }
}
