import CPostgres
import TypedSQL

/// An error of the server, in the words both engines share.
struct Refusal: Error {
    let error: SQLError
    /// The connection is of no use afterwards: it ended, or it turned out to be on a server that
    /// refuses writes.
    let breaksLink: Bool
    /// The kept statements no longer fit the schema, or are gone. A repetition prepares them anew.
    let staleStatements: Bool

    init(_ result: OpaquePointer) {
        let code = DiagnosticField.code.text(of: result) ?? ""
        let severity = DiagnosticField.severity.text(of: result) ?? "FATAL"
        let replanned = DiagnosticField.sourceFunction.text(of: result) == "RevalidateCachedQuery"
        staleStatements = (code == "0A000" && replanned) || code == "26000"
        breaksLink = severity == "FATAL" || severity == "PANIC" || Self.endings.contains(code) || code.hasPrefix("08")
        error = staleStatements ? .conflict : Self.error(code, result)
    }

    /// Read-only server, and the ways a server goes away.
    private static let endings: Set<String> = ["25006", "57P01", "57P02", "57P03", "57P04", "57P05"]

    private static func error(_ code: String, _ result: OpaquePointer) -> SQLError {
        let constraint = DiagnosticField.constraint.text(of: result) ?? ""
        switch code {
        case "23505": return .unique(constraint: constraint)
        case "23514": return .check(constraint: constraint)
        case "23503": return .foreignKey(constraint: SQLError.anyForeignKey)
        case "23502":
            let column = [DiagnosticField.table, .column].compactMap { $0.text(of: result) }
            return .notNull(column: column.joined(separator: "."))
        case "40001", "40P01", "55P03": return .conflict
        case "57014", "25P03": return .timeout
        case "25006": return .readOnly
        case "53100": return .full
        default: return other(code, DiagnosticField.message.text(of: result) ?? "the connection was lost")
        }
    }

    private static func other(_ code: String, _ message: String) -> SQLError {
        let isAway = code.isEmpty || code.hasPrefix("08") || code.hasPrefix("57P") || code.hasPrefix("53")
        if isAway { return .unavailable(message) }
        // Messages of class 22 quote the value, which may be personal.
        return .other(code: code, message: code.hasPrefix("22") ? "a value was refused" : message)
    }
}
