import Contract
import Models
import Testing

private func line(_ fields: CSVField...) throws -> String {
    String(try CSVTable(header: ["a"], rows: [fields]).wire.dropFirst(4))
}

/// What begins as a formula does is text and nothing else, wherever white space stands (OWASP, "CSV Injection").
@Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u{FF1D}1", "\u{FF0B}1", "\u{FF0D}1", "\u{FF20}1",
    "=HYPERLINK(\"http://example.com\")",
])
func aFormulaIsWrittenAsText(text: String) throws {
    let quoted = text.replacing("\"", with: "\"\"")
    #expect(try line(.text(text)) == "\"'\(quoted)\"\r\n")
}

@Test func fieldsAreQuotedAndNumbersAreNot() throws {
    #expect(
        try line(.text("plain"), .text("a,b"), .text("a \"b\""), .text("two\r\nlines"), .text("")).utf8.elementsEqual(
            "\"plain\",\"a,b\",\"a \"\"b\"\"\",\"two\r\nlines\",\"\"\r\n".utf8
        )
    )
    #expect(try line(.number(-5), .number(0), .empty, .text("1-2")) == "-5,0,,\"1-2\"\r\n")
    #expect(CSVField(Points.zero) == .number(0))
    #expect(CSVField(Instant?.none) == .empty)
    #expect(CSVField(Instant.example) == .text(Instant.example.wire))
}

/// A quote inside cannot end the field, so no second field can begin with a formula.
@Test func aFieldCannotBeLeft() throws {
    #expect(try line(.text("x\",=1+1,\"")) == "\"x\"\",=1+1,\"\"\"\r\n")
}

@Test func aTableHasALimit() {
    #expect(throws: InvalidValue.self) {
        try CSVTable(header: ["a"], rows: [[.text(String(repeating: "x", count: 4_194_304))]])
    }
}
