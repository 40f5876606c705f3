import Support
import Testing
import TypedSQL

struct SQLTests {
    @Test func placeholders() throws {
        let condition: SQL = "b IN \(list: [1, 2])"
        let sql: SQL = "SELECT a FROM t WHERE \(condition) AND c = \("x") AND d = \(true)"
        let sqlite = try sql.rendered(for: .sqlite)
        #expect(sqlite.text == "SELECT a FROM t WHERE b IN (?, ?) AND c = ? AND d = ?")
        #expect(sqlite.values == [.integer(1), .integer(2), .text("x"), .boolean(true)])
        let postgres = try sql.rendered(for: .postgres)
        #expect(postgres.text == "SELECT a FROM t WHERE b IN ($1, $2) AND c = $3 AND d = $4")
        #expect(postgres.types == [.bigint, .bigint, .text, .boolean])
    }

    @Test func rowsAndJoins() throws {
        let rows: SQL = "VALUES \(rows: [[1, "a"], [2, nil as String?]])"
        #expect(try rows.rendered(for: .sqlite).text == "VALUES (?, ?), (?, ?)")
        #expect(try rows.rendered(for: .postgres).types == [.bigint, .text, .bigint, .text])
        let joined = ["a = \(1)", "b = \(2)"].map { $0 as SQL }.joined(separator: " AND ")
        #expect(try joined.rendered(for: .postgres).text == "a = $1 AND b = $2")
    }

    @Test(arguments: Subject.allCases)
    func emptyLists(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            let (within, outside, numbers) = try await database.write { transaction in
                try transaction.run(Bank.open("a"))
                let none: [String] = []
                let within = try transaction.all(Query("SELECT id FROM account WHERE id IN \(list: none)") { $0 }).count
                let outside = try transaction.all(
                    Query("SELECT id FROM account WHERE id NOT IN \(list: none)") { $0 }
                ).count
                let numbers = Query("SELECT id FROM account WHERE balance IN \(list: [Stamp]())") { _ in }
                return (within, outside, try transaction.all(numbers).count)
            }
            #expect(within == 0 && outside == 1 && numbers == 0)
        }
    }

    /// Hostile texts stay texts: they are found again and nothing else happened.
    @Test(arguments: Subject.allCases)
    func injection(_ subject: Subject) async throws {
        let corpus = [
            "'; DROP TABLE account; --", "\" OR 1=1 --", "' OR '1'='1", "$1", "?", "?1", ":name", "@p", "$$; $$",
            "\\'; SELECT pg_sleep(9)", "%", "_", "/*", "--", "\u{2019}; x", "x', 'y', 1); --", "E'\\''", "\r\n;",
        ]
        try await subject.withDatabase(bank) { database in
            for text in corpus {
                let found = try await database.write { transaction in
                    try transaction.run(Bank.open(text))
                    return try transaction.all(
                        Query("SELECT id FROM account WHERE id = \(text) OR name IN \(list: [text])") {
                            try $0.get(0, as: String.self)
                        }
                    )
                }
                #expect(found == [text])
            }
            try await expect(corpus.count) { try await database.read { try $0.one(Bank.count) } }
        }
    }
}
