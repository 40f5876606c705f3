import Support
import Testing
import TypedSQL

enum Colour: String, SQLValue { case red, green }
struct Score: RawRepresentable, SQLValue, Equatable { let rawValue: Int }
struct Stamp: SQLValue, Equatable {
    var microseconds: Int64
    var sqlValue: Value { .integer(microseconds) }
    init(_ microseconds: Int64) { self.microseconds = microseconds }
    init(sqlValue: Value) throws { microseconds = try Int64(sqlValue: sqlValue) }
}

private let kinds = [
    Migration(
        1,
        "kinds",
        [
            """
            CREATE TABLE kinds (
                id BIGINT NOT NULL PRIMARY KEY, number BIGINT, flag BOOLEAN, ratio DOUBLE PRECISION, text TEXT, bytes BYTEA
            )
            """
        ]
    )
]

struct ValueTests {
    /// Stores a value, reads it back, and finds the row by comparing with it.
    private func roundTrip<T: SQLValue & Equatable>(_ values: [T], _ column: SQL, on database: Database) async throws {
        for value in values {
            let back = try await database.write { transaction in
                try transaction.run(Statement("DELETE FROM kinds"))
                try transaction.run(Statement("INSERT INTO kinds (id, \(column)) VALUES (1, \(value))"))
                return try transaction.one(
                    Query(
                        """
                        SELECT \(column) FROM kinds WHERE \(column) = \(value)
                            OR (\(column) IS NULL AND CAST(\(value) AS TEXT) IS NULL)
                        """
                    ) { try $0.get(0, as: T.self) }
                )
            }
            #expect(back == value)
        }
    }

    @Test(arguments: Subject.allCases)
    func scalars(_ subject: Subject) async throws {
        try await subject.withDatabase(kinds) { database in
            try await roundTrip([Int64.min, -1, 0, 1, 1 << 53, Int64.max], "number", on: database)
            try await roundTrip([Int.min, .max], "number", on: database)
            try await roundTrip([true, false], "flag", on: database)
            let reals: [Double] = [0, -0.5, .pi, 1e300, .leastNonzeroMagnitude, .greatestFiniteMagnitude]
            try await roundTrip(reals, "ratio", on: database)
            try await roundTrip(["", "a", "ü – 漢字 – 🇪🇺\n\t", "e\u{301}", "NULL", "1", "\\x00"], "text", on: database)
            try await roundTrip([[], [0], Array(0...255)] as [[UInt8]], "bytes", on: database)
        }
    }

    @Test(arguments: Subject.allCases)
    func optionals(_ subject: Subject) async throws {
        try await subject.withDatabase(kinds) { database in
            try await roundTrip([nil, 1] as [Int?], "number", on: database)
            try await roundTrip([nil, true] as [Bool?], "flag", on: database)
            try await roundTrip([nil, 0.25] as [Double?], "ratio", on: database)
            try await roundTrip([nil, ""] as [String?], "text", on: database)
            try await roundTrip([nil, [1]] as [[UInt8]?], "bytes", on: database)
        }
    }

    @Test(arguments: Subject.allCases)
    func ownTypes(_ subject: Subject) async throws {
        try await subject.withDatabase(kinds) { database in
            try await roundTrip([Colour.red, .green], "text", on: database)
            try await roundTrip([Score(rawValue: 7)], "number", on: database)
            try await roundTrip([Stamp(1), nil] as [Stamp?], "number", on: database)
        }
    }

    @Test func typesOfOwnTypes() {
        #expect(Stamp.sqlType == .bigint)
        #expect(Score?.sqlType == .bigint)
        #expect(Colour.sqlType == .text)
    }

    @Test(arguments: Subject.allCases)
    func unstorable(_ subject: Subject) async throws {
        try await subject.withDatabase(kinds) { database in
            for number in [Double.nan, .infinity] {
                await #expect(throws: SQLError.other(code: "22003", message: "a number is not finite")) {
                    try await database.read { try $0.first(Query("SELECT \(number)") { _ in }) }
                }
            }
            await #expect(throws: SQLError.other(code: "22021", message: "a text has a zero byte")) {
                try await database.read { try $0.first(Query("SELECT \("a\0b")") { _ in }) }
            }
        }
    }

    @Test(arguments: Subject.allCases)
    func wrongKind(_ subject: Subject) async throws {
        try await subject.withDatabase { database in
            try await database.read { transaction in
                expectThrows(SQLError.decoding("column a: found TEXT where Int64 is read")) {
                    try transaction.one(Query("SELECT \("x") AS a") { try $0.get("a", as: Int.self) })
                }
                expectThrows(SQLError.decoding("column a: found NULL where String is read")) {
                    try transaction.one(Query("SELECT CAST(NULL AS TEXT) AS a") { try $0.get(0, as: String.self) })
                }
                expectThrows(SQLError.decoding("column a: a stored TEXT is no Colour")) {
                    try transaction.one(Query("SELECT \("blue") AS a") { try $0.get(0, as: Colour.self) })
                }
                expectThrows(SQLError.decoding("there is no column b")) {
                    try transaction.one(Query("SELECT 1 AS a") { try $0.get("b", as: Int.self) })
                }
                expectThrows(SQLError.decoding("there is no column 1")) {
                    try transaction.one(Query("SELECT 1 AS a") { try $0.get(1, as: Int.self) })
                }
            }
        }
    }

    @Test(arguments: Subject.allCases)
    func expressions(_ subject: Subject) async throws {
        try await subject.withDatabase(kinds) { database in
            let (sum, mean, isMore) = try await database.write { transaction in
                try transaction.run(Statement("INSERT INTO kinds (id, number) VALUES \(rows: [[1, 4], [2, 5]])"))
                return try transaction.one(
                    Query("SELECT SUM(number), AVG(number), SUM(number) > \(8) FROM kinds") {
                        (try $0.get(0, as: Int.self), try $0.get(1, as: Double.self), try $0.get(2, as: Bool.self))
                    }
                )
            }
            #expect(sum == 9 && mean == 4.5 && isMore)
        }
    }

    @Test(arguments: Subject.allCases)
    func likeKnowsCaseAndTextSortsByBytes(_ subject: Subject) async throws {
        try await subject.withDatabase(kinds) { database in
            let texts = ["a", "B", "Z", "ä", "b", "_"]
            let (sorted, matching) = try await database.write { transaction in
                for (number, text) in texts.enumerated() {
                    try transaction.run(Statement("INSERT INTO kinds (id, text) VALUES (\(number), \(text))"))
                }
                let sorted = try transaction.all(
                    Query("SELECT text FROM kinds ORDER BY text") { try $0.get(0, as: String.self) }
                )
                let b = Query("SELECT text FROM kinds WHERE text LIKE 'b%'") { try $0.get(0, as: String.self) }
                return (sorted, try transaction.all(b))
            }
            #expect(sorted == ["B", "Z", "_", "a", "b", "ä"])
            #expect(matching == ["b"])
        }
    }
}
