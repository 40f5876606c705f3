import Postgres
import SQLite
import Support
import Testing
import TypedSQL

struct PoolTests {
    /// One connection, and 100 ms of patience.
    private func withSmallPool(_ engine: TestEngine, _ body: (Database) async throws -> Void) async throws {
        let limit = Duration.milliseconds(100)
        switch engine {
        case .sqlite:
            try await body(.sqliteInMemory(waitLimit: limit))
        case .postgres:
            try await TestServer.withDatabase { try await body(.postgres(url: $0, poolSize: 1, waitLimit: limit)) }
        }
    }

    /// Occupies the only connection while the body runs.
    private func holding(_ database: Database, _ body: () async throws -> Void) async throws {
        let (held, released) = (Semaphore(), Semaphore())
        async let holder: Void = database.write { _ in
            held.signal()
            released.wait()
        }
        await blockingWait(held)
        try await body()
        released.signal()
        try await holder
    }

    @Test(arguments: TestEngine.allCases)
    func saturationIsBusy(_ engine: TestEngine) async throws {
        try await withSmallPool(engine) { database in
            try await holding(database) {
                await #expect(throws: SQLError.busy) { try await database.read { _ in } }
                await #expect(throws: SQLError.timeout) {
                    try await database.read(deadline: .now + .milliseconds(20)) { _ in }
                }
            }
            try await database.read { _ in }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func cancelledWhileWaiting(_ engine: TestEngine) async throws {
        try await withSmallPool(engine) { database in
            try await holding(database) {
                let waiting = Task { try await database.write { _ in Issue.record("a cancelled closure ran") } }
                waiting.cancel()
                await #expect(throws: CancellationError.self) { try await waiting.value }
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func closed(_ engine: TestEngine) async throws {
        try await withSmallPool(engine) { database in
            try await database.probe()
            await database.close()
            let expected = SQLError.unavailable("the database is closed")
            await #expect(throws: expected) { try await database.read { _ in } }
            await #expect(throws: expected) { try await database.probe() }
            await database.close()
        }
    }

    @Test func retryable() {
        let retryable: [SQLError] = [.conflict, .busy, .unavailable(""), .timeout]
        let final: [SQLError] = [.unknownOutcome, .full, .readOnly, .noRow, .unique(constraint: "a"), .decoding("")]
        #expect(retryable.allSatisfy { $0.isRetryable })
        #expect(!final.contains { $0.isRetryable })
    }
}
