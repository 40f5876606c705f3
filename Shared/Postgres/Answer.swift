import CPostgres
import TypedSQL

/// A result of libpq, freed with its owner.
final class Answer {
    private let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        PQclear(pointer)
    }

    var status: ExecStatusType { PQresultStatus(pointer) }

    var refusal: Refusal? {
        switch status {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY, PGRES_PIPELINE_SYNC: nil
        default: Refusal(pointer)
        }
    }

    /// The server waits for data or sends them, and would answer the same for ever.
    var wantsCopy: Bool { [PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH].contains(status) }

    /// The first words of what was done, such as `COMMIT` or `UPDATE 3`.
    var tag: String { String(cString: PQcmdStatus(pointer)) }

    /// How many rows were changed; a SELECT changed none.
    var changed: Int {
        tag.hasPrefix("SELECT") ? 0 : Int(String(cString: PQcmdTuples(pointer))) ?? 0
    }

    func rows() throws -> [Row] {
        let width = PQnfields(pointer)
        let columns = (0..<width).map { String(cString: PQfname(pointer, $0)) }
        let types = (0..<width).map { ColumnType(rawValue: PQftype(pointer, $0)) }
        return try (0..<PQntuples(pointer)).map { row in
            let values = try (0..<width).map { try value(row, $0, types[Int($0)]) }
            return Row(columns: columns, values: values)
        }
    }

    private func value(_ row: Int32, _ column: Int32, _ type: ColumnType?) throws -> Value {
        guard PQgetisnull(pointer, row, column) == 0 else { return .null }
        let length = Int(PQgetlength(pointer, row, column))
        guard let start = PQgetvalue(pointer, row, column) else { return .null }
        let bytes = UnsafeRawBufferPointer(start: start, count: length)
        return try ColumnType.read(String(decoding: bytes, as: UTF8.self), as: type)
    }
}

/// The types of columns we know, by their object ids.
/// Source: src/include/catalog/pg_type.dat of PostgreSQL 15.
enum ColumnType: UInt32 {
    case boolean = 16
    case bytes = 17
    case bigint = 20
    case smallint = 21
    case integer = 23
    case oid = 26
    case real = 700
    case double = 701
    case numeric = 1700

    /// Text of a type we do not know stays text.
    static func read(_ text: String, as type: ColumnType?) throws -> Value {
        switch type {
        case .boolean: return .boolean(text == "t")
        case .bigint, .smallint, .integer, .oid: return try .integer(whole(text))
        case .real, .double: return try .real(fraction(text))
        // SUM of BIGINT is NUMERIC, and so is AVG, which alone has a point.
        case .numeric: return text.contains(".") ? try .real(fraction(text)) : try .integer(whole(text))
        case .bytes: return try .blob(bytes(text))
        case nil: return .text(text)
        }
    }

    private static func whole(_ text: String) throws -> Int64 {
        guard let number = Int64(text) else { throw SQLError.decoding("a number does not fit BIGINT") }
        return number
    }

    private static func fraction(_ text: String) throws -> Double {
        guard let number = Double(text) else { throw SQLError.decoding("a number does not fit DOUBLE PRECISION") }
        return number
    }

    /// `\x` and two digits for each byte.
    private static func bytes(_ text: String) throws -> [UInt8] {
        let digits = text.utf8.dropFirst(2).compactMap { UInt8(Character(UnicodeScalar($0)).hexDigitValue ?? 0) }
        guard text.hasPrefix("\\x"), digits.count.isMultiple(of: 2) else {
            throw SQLError.decoding("BYTEA is not in hexadecimal; bytea_output must be hex")
        }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
