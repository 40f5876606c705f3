import Support
import Testing
import TypedSQL

/// Each constraint is broken once on every engine and must give the same error.
struct ConstraintTests {
    private func expectRefusal(_ expected: SQLError, of statement: Statement, on database: Database) async throws {
        try await database.write { transaction in
            try transaction.run(Bank.open("a"))
            try transaction.run(Statement("INSERT INTO note (account, number) VALUES ('a', 1)"))
        }
        let count = try await database.read { try $0.one(Bank.count) }
        await #expect(throws: expected) { try await database.write { try $0.run(statement) } }
        try await expect(count) { try await database.read { try $0.one(Bank.count) } }
    }

    @Test(arguments: Subject.allCases)
    func primaryKey(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            try await expectRefusal(
                .unique(constraint: "account_pkey"),
                of: Statement("INSERT INTO account (id, name, balance) VALUES ('a', 'other', 0)"),
                on: database
            )
        }
    }

    @Test(arguments: Subject.allCases)
    func primaryKeyOfTwoColumns(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            let again = Statement("INSERT INTO note (account, number) VALUES ('a', 1)")
            try await expectRefusal(.unique(constraint: "note_pkey"), of: again, on: database)
        }
    }

    @Test(arguments: Subject.allCases)
    func uniqueIndex(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            let same = Statement("INSERT INTO account (id, name, balance) VALUES ('b', 'name of a', 0)")
            try await expectRefusal(.unique(constraint: "account_name"), of: same, on: database)
        }
    }

    @Test(arguments: Subject.allCases)
    func uniqueInOtherForms(_ subject: Subject) async throws {
        let forms = Migration(
            2,
            "forms",
            [
                "CREATE TABLE form (a BIGINT, b BIGINT, c TEXT, UNIQUE (a, b))",
                "CREATE UNIQUE INDEX form_lower ON form (lower(c))",
                "CREATE UNIQUE INDEX form_partial ON form (b) WHERE a IS NULL",
            ]
        )
        try await subject.withDatabase(bank + [forms]) { database in
            try await database.write {
                try $0.run(Statement("INSERT INTO form (a, b, c) VALUES (1, 1, 'x'), (NULL, 2, 'y')"))
            }
            let cases: [(Statement, String)] = [
                (Statement("INSERT INTO form (a, b) VALUES (1, 1)"), "form_a_b_key"),
                (Statement("INSERT INTO form (c) VALUES ('X')"), "form_lower"),
                (Statement("INSERT INTO form (b) VALUES (2)"), "form_partial"),
            ]
            for (statement, name) in cases {
                await #expect(throws: SQLError.unique(constraint: name)) {
                    try await database.write { try $0.run(statement) }
                }
            }
        }
    }

    @Test(arguments: Subject.allCases)
    func check(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            let expected = SQLError.check(constraint: "account_not_overdrawn")
            try await expectRefusal(expected, of: Bank.setBalance("a", -1), on: database)
        }
    }

    @Test(arguments: Subject.allCases)
    func notNull(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            let nameless = Statement("UPDATE account SET name = NULL")
            try await expectRefusal(.notNull(column: "account.name"), of: nameless, on: database)
        }
    }

    @Test(arguments: Subject.allCases)
    func foreignKey(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            let expected = SQLError.foreignKey(constraint: SQLError.anyForeignKey)
            let orphan = Statement("INSERT INTO note (account, number) VALUES ('nobody', 1)")
            try await expectRefusal(expected, of: orphan, on: database)
            let parent = Statement("DELETE FROM account WHERE id = 'a'")
            await #expect(throws: expected) { try await database.write { try $0.run(parent) } }
        }
    }

    /// Found only at the commit, and on SQLite before the commit that others share.
    @Test(arguments: Subject.allCases)
    func deferredForeignKey(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            let orphan = Statement("INSERT INTO late (account) VALUES ('later')")
            let expected = SQLError.foreignKey(constraint: SQLError.anyForeignKey)
            try await expectRefusal(expected, of: orphan, on: database)
            try await database.write { transaction in
                try transaction.run(orphan)
                try transaction.run(Bank.open("later"))
            }
        }
    }

    @Test(arguments: Subject.allCases)
    func overflow(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            try await database.write { try $0.run(Bank.open("a", balance: .max)) }
            try await database.write { try $0.run(Bank.open("b", balance: .max)) }
            await #expect(throws: SQLError.self) {
                try await database.read {
                    try $0.one(Query("SELECT SUM(balance) FROM account") { try $0.get(0, as: Int.self) })
                }
            }
        }
    }
}
