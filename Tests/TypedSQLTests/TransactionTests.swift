import Support
import Testing
import TypedSQL

struct TransactionTests {
    @Test(arguments: Subject.allCases)
    func nothingRemainsOfAThrow(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            await #expect(throws: Abandoned()) {
                try await database.write { transaction in
                    try transaction.run(Bank.open("a"))
                    throw Abandoned()
                }
            }
            try await expect(0) { try await database.read { try $0.one(Bank.count) } }
        }
    }

    /// PostgreSQL would make COMMIT a silent roll-back here and SQLite would commit the rest.
    @Test(arguments: Subject.allCases)
    func aSwallowedRefusalStaysARefusal(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            await #expect(throws: SQLError.check(constraint: "account_not_overdrawn")) {
                try await database.write { transaction in
                    try transaction.run(Bank.open("a"))
                    _ = try? transaction.run(Bank.setBalance("a", -1))
                    _ = try? transaction.one(Bank.count)
                }
            }
            try await expect(0) { try await database.read { try $0.one(Bank.count) } }
        }
    }

    @Test(arguments: Subject.allCases)
    func savepoint(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            try await database.write { transaction in
                try transaction.run(Bank.open("a", balance: 5))
                expectThrows(SQLError.check(constraint: "account_not_overdrawn")) {
                    try transaction.savepoint {
                        try transaction.run(Bank.open("b"))
                        try transaction.run(Bank.setBalance("a", -1))
                    }
                }
                try transaction.savepoint {
                    try transaction.run(Bank.open("c"))
                    expectThrows(Abandoned()) {
                        try transaction.savepoint {
                            try transaction.run(Bank.open("d"))
                            throw Abandoned()
                        }
                    }
                }
                expectThrows(SQLError.unique(constraint: "account_pkey")) {
                    try transaction.savepoint {
                        _ = try? transaction.run(Bank.open("a", name: "other"))
                    }
                }
            }
            let ids = try await database.read {
                try $0.all(Query("SELECT id FROM account ORDER BY id") { try $0.get(0, as: String.self) })
            }
            #expect(ids == ["a", "c"])
        }
    }

    @Test(arguments: Subject.allCases)
    func firstAndOne(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            try await database.read { transaction in
                try expect(nil) { try transaction.first(Bank.balance("a")) }
                expectThrows(SQLError.noRow) { try transaction.one(Bank.balance("a")) }
                try expect(0) { try transaction.one(Bank.count) }
            }
        }
    }

    @Test(arguments: Subject.allCases)
    func changedRows(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            try await database.write { transaction in
                try expect(1) { try transaction.run(Bank.open("a")) }
                try expect(0) { try transaction.run(Bank.setBalance("nobody", 1)) }
                let upsert = Statement(
                    "INSERT INTO account (id, name, balance) VALUES ('a', 'x', 1) ON CONFLICT DO NOTHING"
                )
                try expect(0) { try transaction.run(upsert) }
                try expect(1) { try transaction.run(Bank.open("b")) }
                try expect(0) { try transaction.run(Statement("CREATE TABLE other (a BIGINT)")) }
                try expect(2) { try transaction.run(Statement("UPDATE account SET balance = balance + 1")) }
            }
        }
    }

    @Test(arguments: Subject.allCases)
    func returning(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            let upsert = Query(
                """
                INSERT INTO account (id, name, balance) VALUES ('a', 'a', 1)
                ON CONFLICT (id) DO UPDATE SET balance = account.balance + 10 RETURNING balance
                """
            ) { try $0.get("balance", as: Int.self) }
            try await expect(1) { try await database.write { try $0.one(upsert) } }
            try await expect(11) { try await database.write { try $0.first(upsert) } }
            try await expect(11) { try await database.read { try $0.one(Bank.balance("a")) } }
        }
    }

    @Test(arguments: Subject.allCases)
    func batch(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            let changed = try await database.write { transaction in
                try transaction.run(each: (0..<1700).map { Bank.open("\($0)", balance: $0) })
            }
            #expect(changed == 1700)
            try await expect(1699) { try await database.read { try $0.one(Bank.balance("1699")) } }
            try await expect(0) { try await database.write { try $0.run(each: []) } }
        }
    }

    @Test(arguments: Subject.allCases)
    func refusedBatch(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            try await database.write { transaction in
                try transaction.run(Bank.open("a"))
                expectThrows(SQLError.unique(constraint: "account_pkey")) {
                    try transaction.savepoint {
                        try transaction.run(each: ["b", "a", "c"].map { Bank.open($0, name: "other \($0)") })
                    }
                }
                try expect(1) { try transaction.one(Bank.count) }
            }
            try await expect(1) { try await database.read { try $0.one(Bank.count) } }
        }
    }

    /// More texts than a connection keeps, so that old ones are forgotten on the way.
    @Test(arguments: Subject.allCases)
    func manyTexts(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            try await database.write { try $0.run(Bank.open("a")) }
            let found = try await database.read { transaction in
                try (1...1100).map { length in
                    let ids = ["a"] + Array(repeating: "x", count: length)
                    let query = Query("SELECT id FROM account WHERE id IN \(list: ids)") {
                        try $0.get(0, as: String.self)
                    }
                    return try transaction.all(query).count
                }
            }
            #expect(found.allSatisfy { $0 == 1 })
        }
    }

    @Test(arguments: Subject.allCases)
    func readRefusesWrites(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            await #expect(throws: SQLError.readOnly) { try await database.read { try $0.run(Bank.open("a")) } }
            try await database.write { try $0.run(Bank.open("a")) }
            try await expect(1) { try await database.read { try $0.one(Bank.count) } }
        }
    }
}
