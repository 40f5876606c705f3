@testable import Ideas
import Testing

@Suite struct SearchTermsTests {
    private static let texts: [(String, [String])] = [
        ("Refill stations", ["refill", "stations"]),
        ("  CAFÉ, Café; cafe! ", ["cafe"]),
        ("Ｗｉｄｅ ５Ｇ", ["5g", "wide"]),
        ("用户社区", ["区", "户社", "用户", "社区"]),
        ("在shop里", ["shop", "在", "里"]),
        ("ŁÓDŹ naïve Straße", ["naive", "straße", "łodz"]),
        ("がか", ["か", "がか"]),
        ("!?—…", []),
    ]

    @Test(arguments: texts)
    func wordsOfATextAreFolded(text: String, expected: [String]) {
        #expect(SearchTerms.of(texts: [text]).sorted() == expected.sorted())
    }

    private static let queries: [(String, [String])] = [
        ("Refill", ["refill"]), ("用户社区", ["户社", "用户", "社区"]), ("区", ["区"]), ("", []),
    ]

    @Test(arguments: queries)
    func wordsOfAQuestion(query: String, expected: [String]) {
        #expect(SearchTerms.of(query: query) == expected.sorted())
    }

    /// Requirement 4.21: every part of two characters, and every single one, finds the text that it is from.
    @Test func everyWindowFindsItsText() {
        let text = "客户参与创新的虚拟社区运行机制"
        let terms = SearchTerms.of(texts: [text])
        let characters = Array(text)
        for size in 1...4 {
            for start in 0...(characters.count - size) {
                let query = String(characters[start..<start + size])
                let isFound = SearchTerms.of(query: query).allSatisfy { word in terms.contains { $0.hasPrefix(word) } }
                #expect(isFound, "\(query)")
            }
        }
    }

    @Test func longWordsAreCutOnBothSides() {
        let word = String(repeating: "a", count: 60)
        #expect(SearchTerms.of(texts: [word]) == Set(SearchTerms.of(query: word)))
        #expect(SearchTerms.of(query: word).first?.count == SearchTerms.longest)
    }
}
