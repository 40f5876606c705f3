/// Rows of fields as spreadsheets write them (RFC 4180): a field in double quotes may hold separators, line ends and
/// doubled quotes. A quote inside a field that did not begin with one is a character like any other.
struct DelimitedText {
    struct Row: Hashable {
        /// On which line it begins.
        var line: Int
        var fields: [String]
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    private var index = 0
    private var line = 1

    /// - Parameter text: a byte order mark in front of it is skipped.
    init(_ text: String, separator: Unicode.Scalar) {
        let all = Array(text.utf8)
        bytes = all.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(all.dropFirst(3)) : all
        self.separator = UInt8(truncatingIfNeeded: separator.value)
    }

    /// All rows but the empty ones.
    static func rows(_ text: String, separator: Unicode.Scalar) throws(ImportFault) -> [Row] {
        var reader = DelimitedText(text, separator: separator)
        var rows: [Row] = []
        while let row = try reader.next() {
            if row.fields != [""] { rows.append(row) }
        }
        return rows
    }

    private mutating func next() throws(ImportFault) -> Row? {
        guard index < bytes.count else { return nil }
        var row = Row(line: line, fields: [])
        repeat {
            row.fields.append(try field(number: row.fields.count + 1))
        } while skip(separator)
        skipLineEnd()
        return row
    }

    private mutating func field(number: Int) throws(ImportFault) -> String {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return plain() }
        let text = try quoted(number: number)
        guard isAtFieldEnd else { throw ImportFault(line: line, column: number, .textAfterQuote) }
        return text
    }

    private mutating func plain() -> String {
        let start = index
        while !isAtFieldEnd { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func quoted(number: Int) throws(ImportFault) -> String {
        let start = line
        var content: [UInt8] = []
        index += 1
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\"") {
                guard index < bytes.count, bytes[index] == byte else { return String(decoding: content, as: UTF8.self) }
                index += 1
            }
            if byte == UInt8(ascii: "\n") { line += 1 }
            content.append(byte)
        }
        throw ImportFault(line: start, column: number, .quoteNotClosed)
    }

    private var isAtFieldEnd: Bool {
        guard index < bytes.count else { return true }
        let byte = bytes[index]
        let isReturn = byte == 13 && (index + 1 == bytes.count || bytes[index + 1] == 10)
        return byte == separator || byte == 10 || isReturn
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private mutating func skipLineEnd() {
        _ = skip(13)
        if skip(10) { line += 1 }
    }
}
