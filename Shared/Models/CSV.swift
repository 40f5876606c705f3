public import Contract

/// One field of a table that a spreadsheet opens.
public enum CSVField: Hashable, Sendable {
    case text(String)
    /// Stays a number, also below zero.
    case number(Int64)
    case empty

    public init(_ value: some WireValue) {
        self = Self.number(of: value).map { .number($0) } ?? .text("\(value.wire)")
    }

    public init(_ value: (some WireValue)?) { self = value.map { CSVField($0) } ?? .empty }

    private static func number(of value: some WireValue) -> Int64? { value.wire as? Int64 }
}

/// A table as text: RFC 4180, so fields are separated by commas and lines end with CR LF.
///
/// What somebody wrote could be taken for a formula by a spreadsheet and run when the file is opened. So a text that begins
/// with `=`, `+`, `-`, `@`, one of their full-width forms, a tab, a CR or an LF gets an apostrophe before it, and all
/// texts stand in quotes, with quotes inside doubled (OWASP, "CSV Injection").
public struct CSVTable: WireValue {
    public let wire: String

    public init(wire: String) throws(InvalidValue) {
        guard wire.utf8.count <= Self.limit else { throw InvalidValue("must have at most \(Self.limit) bytes") }
        self.wire = wire
    }

    /// - Parameter header: the names of the columns.
    /// - Throws: ``InvalidValue`` where the table is larger than a message may be.
    public init(header: [String], rows: [[CSVField]]) throws(InvalidValue) {
        let lines = [header.map(CSVField.text)] + rows
        try self.init(wire: lines.map { $0.map(\.text).joined(separator: ",") + "\r\n" }.joined())
    }

    private init(unchecked: String) { wire = unchecked }

    private static let limit = 4_194_304
    public static var schema: Schema { .text(0...limit, "A table: fields separated by commas, RFC 4180.") }
    public static var example: CSVTable { CSVTable(unchecked: "\"month\",\"outstanding\"\r\n\"2027-01-01\",150\r\n") }
}

extension CSVField {
    fileprivate var text: String {
        switch self {
        case .empty: ""
        case .number(let number): String(number)
        case .text(let text): "\"\(Self.harmless(text).replacing("\"", with: "\"\""))\""
        }
    }

    private static let beginnings: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    ]

    /// Spreadsheets pass over white space before a formula, so it is looked for behind that too.
    private static func harmless(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return text }
        let begin = text.unicodeScalars.first { !$0.properties.isWhitespace }
        return beginnings.contains(first) || begin.map(beginnings.contains) == true ? "'" + text : text
    }
}
