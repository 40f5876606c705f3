import Support
import Testing
import TypedSQL

@Suite struct StorageTests {
    /// The committed schema is the sum of the migrations.
    @Test(arguments: Subject.all, TestEngine.allCases)
    func schema(subject: Subject, engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            _ = try await database.migrate(subject.migrations, service: subject.name)
            try Golden.check("schema/\(subject.name).\(engine.rawValue).sql", await database.schema())
        }
    }

    /// Each statement is one that both engines understand, with the tables that there are.
    @Test(arguments: Subject.all, TestEngine.allCases)
    func everyStatementIsPrepared(subject: Subject, engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            _ = try await database.migrate(subject.migrations, service: subject.name)
            let samples = try subject.samples()
            #expect(samples.count > 10)
            for (index, sample) in samples.enumerated() {
                do { try await database.prepare(sample) } catch {
                    Issue.record("statement \(index) of \(subject.name): \(error)\n\(sample)")
                }
            }
        }
    }

    @Test(arguments: TestEngine.allCases) func aWrongStatementIsNotPrepared(engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            await #expect(throws: SQLError.self) { try await database.prepare("SELECT nothing FROM nowhere") }
        }
    }
}
