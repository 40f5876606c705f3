@testable import IdeasAPI
import Testing

@Suite struct DelimitedTextTests {
    private static let tables: [(String, [[String]])] = [
        ("a;b\nc;d", [["a", "b"], ["c", "d"]]),
        ("a;b\r\nc;d\r\n", [["a", "b"], ["c", "d"]]),
        ("\u{FEFF}a;b", [["a", "b"]]),
        (#""a;b";c"#, [["a;b", "c"]]),
        (#""say ""yes""";c"#, [[#"say "yes""#, "c"]]),
        ("\"two\nlines\";c", [["two\nlines", "c"]]),
        (#"the "Foo" street;c"#, [[#"the "Foo" street"#, "c"]]),
        ("a;\n;b", [["a", ""], ["", "b"]]),
        ("\n\na\n\n", [["a"]]),
        ("", []),
    ]

    @Test(arguments: tables)
    func rows(text: String, expected: [[String]]) throws {
        #expect(try DelimitedText.rows(text, separator: ";").map(\.fields) == expected)
    }

    @Test func linesAreCountedThroughQuotes() throws {
        let rows = try DelimitedText.rows("a\n\"b\nb\"\nc", separator: ",")
        #expect(rows.map(\.line) == [1, 2, 4])
    }

    @Test func anOpenQuoteIsReportedWhereItOpens() {
        #expect(throws: ImportFault(line: 2, column: 2, .quoteNotClosed)) {
            try DelimitedText.rows("a;b\nc;\"d\n\n", separator: ";")
        }
    }

    @Test func textBehindAQuoteIsReported() {
        #expect(throws: ImportFault(line: 1, column: 1, .textAfterQuote)) {
            try DelimitedText.rows("\"a\"b;c", separator: ";")
        }
    }
}
