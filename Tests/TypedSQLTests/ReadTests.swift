import Support
import Testing
import TypedSQL

struct ReadTests {
    /// A read sees one moment, whatever is committed beside it. In memory there is one connection, so
    /// nothing can be committed beside it.
    @Test(arguments: [Subject.file, .postgres])
    func snapshot(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            let (started, committed) = (Semaphore(), Semaphore())
            async let counts = database.read { transaction in
                let before = try transaction.one(Bank.count)
                started.signal()
                committed.wait()
                return (before, try transaction.one(Bank.count))
            }
            try await database.read { _ in started.wait() }
            try await database.write { try $0.run(Bank.open("a")) }
            committed.signal()
            let seen = try await counts
            #expect(seen == (0, 0))
            try await expect(1) { try await database.read { try $0.one(Bank.count) } }
        }
    }

    @Test(arguments: Subject.allCases)
    func errorsOfTheClosure(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            await #expect(throws: Abandoned()) { try await database.read { _ in throw Abandoned() } }
            try await expect(0) { try await database.read { try $0.one(Bank.count) } }
        }
    }
}
