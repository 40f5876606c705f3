import Support
import Testing
import TypedSQL

/// Statements that share a round trip, and transactions that begin with their first statement.
struct TogetherTests {
    @Test(arguments: Subject.allCases)
    func eachHasItsOutcome(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            try await database.write { tx in
                let raised = Query("UPDATE account SET balance = balance + 1 RETURNING balance") { row in
                    try row.get(0, as: Int.self)
                }
                let outcomes = try tx.run(together: [
                    Bank.open("a", balance: 3).sql, raised.sql, Bank.debit("a", 9).sql, Bank.count.sql,
                ])
                #expect(outcomes.map(\.changed) == [1, 1, 0, 0])
                try expect([4]) { try outcomes[1].all(raised) }
                try expect([1]) { try outcomes[3].all(Bank.count) }
                try expect(0) { try tx.run(together: []).count }
            }
        }
    }

    /// Nothing after the one that is refused has an effect, and a savepoint undoes what was before it.
    @Test(arguments: Subject.allCases)
    func aRefusalEndsThem(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            try await database.write { tx in
                try tx.run(Bank.open("a"))
                expectThrows(SQLError.unique(constraint: "account_pkey")) {
                    try tx.savepoint { try tx.run(together: ["b", "a", "c"].map { Bank.open($0, name: $0).sql }) }
                }
                try tx.run(Bank.open("d"))
            }
            try await expect(2) { try await database.read { try $0.one(Bank.count) } }
        }
    }

    /// The very first statement of a transaction fails, before or after the server knows it.
    @Test(arguments: Subject.allCases)
    func theFirstStatementIsRefused(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            for _ in 0..<2 {
                await #expect(throws: SQLError.check(constraint: "account_not_overdrawn")) {
                    try await database.write { try $0.run(Bank.open("a", balance: -1)) }
                }
                await #expect(throws: SQLError.self) {
                    try await database.write { tx in try tx.all(Query("SELECT * FROM nowhere") { _ in }) }
                }
            }
            try await database.write { try $0.run(Bank.open("a")) }
            try await expect(1) { try await database.read { try $0.one(Bank.count) } }
        }
    }

    @Test(arguments: Subject.allCases)
    func aClosureWithoutStatementsIsDone(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            try await expect(7) { try await database.write { _ in 7 } }
            await #expect(throws: Abandoned.self) { try await database.write { _ in throw Abandoned() } }
            try await database.write { try $0.run(Bank.open("a")) }
        }
    }

    @Test(arguments: [0, 1, 2, 63, 64, 65, 200, 1000])
    func batchesAreFewAndWhole(count: Int) {
        let batches = Array(0..<count).inBatches()
        #expect(batches.flatMap(\.self) == Array(0..<count))
        #expect(batches.allSatisfy { [1, 2, 4, 8, 16, 32, 64].contains($0.count) })
        #expect(batches.count <= count / 64 + 6)
    }
}
