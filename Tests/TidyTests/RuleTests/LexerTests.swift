import Testing

@Suite struct LexerTests {
    private func words(_ text: String) -> [String] { Lexer(text).tokens.map(\.text) }

    @Test func commentsAreNoCode() {
        let lexer = Lexer("a // b\n/* c /* d */ e */ f")
        #expect(lexer.tokens.map(\.text) == ["a", "f"])
        #expect(lexer.comments.map(\.line) == [1, 2])
        #expect(lexer.tokens.last?.line == 2)
    }

    @Test func stringsAreOneToken() {
        #expect(words(#"a("x { // y", b)"#) == ["a", "(", "\"\"", ",", "b", ")"])
        #expect(words("a(\"\"\"\n  \"x\" {\n  \"\"\")\nb") == ["a", "(", "\"\"", ")", "b"])
        #expect(words("a(#\"x \" \\(y)\"#) b") == ["a", "(", "\"\"", ")", "b"])
        #expect(words(#"a("\"") b"#) == ["a", "(", "\"\"", ")", "b"])
    }

    @Test func interpolationsAreCode() {
        #expect(words(#""x \(f(y, "z")) w" + a"#) == ["\"\"", "f", "(", "y", ",", "\"\"", ")", "+", "a"])
    }

    @Test func linesAreCountedThroughEverything() {
        #expect(Lexer("\"\"\"\n\n\"\"\"\n/*\n*/\na").tokens.last?.line == 6)
    }

    @Test func marksStickToTheWordBefore() {
        #expect(Lexer("try! f").tokens.places(of: ["try", "!"]) == [0])
        #expect(Lexer("try !f").tokens.places(of: ["try", "!"]) == [])
    }
}
