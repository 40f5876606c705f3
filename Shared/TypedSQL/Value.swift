/// One value as a database stores it.
///
/// The column types are `TEXT`, `BIGINT`, `BOOLEAN`, `DOUBLE PRECISION` and `BYTEA`, a name that SQLite
/// accepts too. SQLite has no boolean: it stores 0 or 1 and gives back `integer`, which `Bool` reads.
public enum Value: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case boolean(Bool)
    case blob([UInt8])

    /// The kind without the content, because contents may be personal and errors reach the log.
    package var kind: String {
        switch self {
        case .null: "NULL"
        case .integer: "BIGINT"
        case .real: "DOUBLE PRECISION"
        case .text: "TEXT"
        case .boolean: "BOOLEAN"
        case .blob: "BYTEA"
        }
    }

    /// The content as text, the same in every version of this program.
    package var plain: String {
        switch self {
        case .null: ""
        case .integer(let number): String(number)
        case .real(let number): number.description
        case .text(let text): text
        case .boolean(let flag): flag ? "true" : "false"
        case .blob(let bytes): bytes.map { String($0, radix: 16) }.joined(separator: ".")
        }
    }
}

/// The column types both engines share.
public enum SQLType: Sendable, Hashable {
    case text, bigint, boolean, double, bytes

    /// The name both engines understand in a `CAST`.
    package var name: SQL {
        switch self {
        case .text: "TEXT"
        case .bigint: "BIGINT"
        case .boolean: "BOOLEAN"
        case .double: "DOUBLE PRECISION"
        case .bytes: "BYTEA"
        }
    }
}
