import Testing

@Suite struct TextRuleTests {
    @Test(arguments: [
        "let q = Query(\"SELECT 1\") { 1 }", "run(Statement(\"DELETE FROM a\"))", "let text: SQL = \"a\"",
        "let all: [SQL] = []",
    ])
    func sqlOutsideOfStorage(text: String) {
        let code = "import TypedSQL\n" + text
        #expect(SQLRule.findings(in: Source("Services/Rewards/Methods/A.swift", code)).count == 1)
        #expect(SQLRule.findings(in: Source("Services/Rewards/Storage/A.swift", code)) == [])
        #expect(SQLRule.findings(in: Source("Services/Rewards/Methods/A.swift", text)) == [])
    }

    @Test(arguments: ProofRule.proofs) func proofMadeElsewhere(proof: String) {
        let code = "let caller = \(proof)(id: id)\nlet other = \(proof).init(id: id)"
        #expect(ProofRule.findings(in: Source("Services/Rewards/Methods/A.swift", code)).count == 2)
        #expect(ProofRule.findings(in: Source("Shared/Hosting/Admission/A.swift", code)) == [])
        #expect(ProofRule.findings(in: Source("Services/A/B.swift", "func f(_ caller: \(proof)) {}")) == [])
    }

    @Test(arguments: [
        ("Services/Rewards/Utils/A.swift", ""), ("Shared/Models/DateHelpers.swift", ""),
        ("Shared/Models/A.swift", "struct PointManager {}"), ("Shared/Models/A.swift", "enum Hosting {}"),
    ])
    func emptyNames(path: String, text: String) {
        #expect(NameRule.findings(in: Source(path, text)).count == 1)
    }

    @Test func namesThatOnlyResembleThem() {
        let source = Source("Services/Identity/Domain/CommonWords.swift", "enum CommonWords {}\nstruct Cores {}")
        #expect(NameRule.findings(in: source) == [])
    }

    @Test(arguments: WordRule.everywhere.indices) func unwantedWords(index: Int) {
        let code = WordRule.everywhere[index].tokens.joined()
        let words = WordRule.everywhere[index].tokens.joined(separator: " ")
        let text = code.hasSuffix("!") ? code : words
        #expect(WordRule.findings(in: Source("Tests/ATests/A.swift", text)).count == 1)
        #expect(WordRule.findings(in: Source("Tests/ATests/A.swift", "\"\(text)\" // \(text)")) == [])
    }

    @Test(arguments: WordRule.inDomain.indices) func unwantedInDomain(index: Int) {
        let text = WordRule.inDomain[index].tokens.joined(separator: " ")
        #expect(WordRule.findings(in: Source("Services/Ideas/Domain/A.swift", text)).count == 1)
        #expect(WordRule.findings(in: Source("Services/Ideas/Methods/A.swift", text)) == [])
    }

    @Test(arguments: ["TO" + "DO: later", "FIX" + "ME"]) func unfinishedWork(text: String) {
        #expect(WordRule.findings(in: Source("Shared/RPC/A.swift", "// \(text)")).count == 1)
        #expect(WordRule.findings(in: Source("Shared/RPC/A.swift", "let a = \"\(text)\"")) == [])
    }

    @Test func pathOfAMachine() {
        #expect(PathRule.findings(in: "see " + "/ho" + "me/ann/x", of: "a.md").count == 1)
        #expect(PathRule.findings(in: "see run" + "/ho" + "me/x and /var/lib/wellspring", of: "a.md") == [])
    }

    @Test func linkToNowhere() {
        let text = "[a](../b.md#c) [d](https://example.org) [e](#f) [g](h/)"
        #expect(LinkRule.findings(in: text, of: "docs/x/y.md", exists: { $0 == "docs/b.md" || $0 == "docs/x/h" }) == [])
        #expect(LinkRule.findings(in: text, of: "docs/y.md", exists: { _ in false }).count == 2)
    }
}
