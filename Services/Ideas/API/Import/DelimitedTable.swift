/// Rows under a header, read by the names of their columns.
struct DelimitedTable {
    let header: DelimitedText.Row
    let rows: [DelimitedText.Row]
    private let places: [String: Int]

    /// - Parameter rows: the first is the header.
    init(_ rows: ArraySlice<DelimitedText.Row>, named name: String, endingAt line: Int) throws(ImportFault) {
        guard let header = rows.first else { throw ImportFault(line: line, column: 0, .sectionMissing(name)) }
        var places: [String: Int] = [:]
        for (place, title) in header.fields.enumerated() {
            guard places.updateValue(place, forKey: Self.trimmed(title)) == nil else {
                throw ImportFault(line: header.line, column: place + 1, .duplicate(title))
            }
        }
        for row in rows where row.fields.count != header.fields.count {
            let problem = ImportFault.Problem.fieldCount(expected: header.fields.count, found: row.fields.count)
            throw ImportFault(line: row.line, column: min(row.fields.count, header.fields.count) + 1, problem)
        }
        self.header = header
        self.rows = Array(rows.dropFirst())
        self.places = places
    }

    /// The place of a column that there may be.
    func place(ifAny column: String) -> Int? { places[column] }

    /// The place of a column that there must be.
    func place(_ column: String) throws(ImportFault) -> Int {
        guard let place = places[column] else {
            throw ImportFault(line: header.line, column: 0, .columnMissing(column))
        }
        return place
    }

    static func trimmed(_ text: String) -> String {
        let isBlank = { (character: Character) in character == " " || character == "\t" }
        return String(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
}

extension DelimitedText.Row {
    /// The field without blanks around it.
    func text(_ place: Int) -> String { DelimitedTable.trimmed(fields[place]) }

    func integer(_ place: Int) throws(ImportFault) -> Int64 {
        guard let number = Int64(text(place)) else { throw fault(place, .notANumber(text(place))) }
        return number
    }

    /// A non-negative decimal number in hundredths; further digits must be zeros.
    func hundredths(_ place: Int) throws(ImportFault) -> Int64 {
        let parts = text(place).split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        let digits = parts.count == 2 ? parts[1] : ""
        let fraction = (digits + "00").prefix(2)
        guard (1...2).contains(parts.count), parts[0].utf8.allSatisfy({ (48...57).contains($0) }),
            digits.dropFirst(2).allSatisfy({ $0 == "0" }), let whole = Int64(parts[0]), let rest = Int64(fraction),
            whole < 90_071_992_547_409
        else { throw fault(place, .notANumber(text(place))) }
        return whole * 100 + rest
    }

    func fault(_ place: Int, _ problem: ImportFault.Problem) -> ImportFault {
        ImportFault(line: line, column: place + 1, problem)
    }
}
