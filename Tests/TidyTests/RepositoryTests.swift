import Testing

/// The rules of docs/STYLE.md that a machine can check, over every file of the project.
@Suite struct RepositoryTests {
    @Test func modulesImportOnlyWhatIsBelowThem() { expectNone(LayerRule.findings) }
    @Test func sqlStandsInStorage() { expectNone(SQLRule.findings) }
    @Test func onlyAdmissionMakesProofs() { expectNone(ProofRule.findings) }
    @Test func namesSaySomething() { expectNone(NameRule.findings) }
    @Test func wordsThatAreNotWanted() { expectNone(WordRule.findings) }
    @Test func functionsAreShort() { expectNone(FunctionRule.findings) }
    @Test func filesAreShort() {
        expectNone { FileRule.findings(in: $0) }
        #expect(FileRule.stale(Set(Repository.files)) == [])
    }

    @Test func methodsHaveContractHandlerAndTests() { expect(MethodRule.findings(in: Repository.sources)) }

    @Test(arguments: LayerRule.services) func statementsHaveSamples(service: String) {
        let storage = Repository.sources.filter { $0.module == service && $0.layer == "Storage" }
        #expect(!storage.isEmpty)
        expect(SampleRule.findings(in: storage, service: service))
    }

    @Test func noPathOfAMachine() {
        expect(Repository.files.flatMap { path in PathRule.findings(in: Repository.text(path) ?? "", of: path) })
    }

    @Test func linksLeadSomewhere() {
        let pages = Repository.files.filter { $0.hasSuffix(".md") }
        #expect(pages.count > 10)
        expect(pages.flatMap { LinkRule.findings(in: Repository.text($0) ?? "", of: $0, exists: Repository.exists) })
    }

    @Test func everyModuleIsExplained() throws {
        let page = try #require(Repository.text("docs/MODULES.md"))
        let modules = Set(Repository.sources.compactMap(\.module)).union(["CPostgres"])
        for module in modules.sorted() {
            #expect(page.contains("### \(module)\n"), "docs/MODULES.md has no paragraph on \(module)")
        }
    }

    private func expectNone(_ rule: (Source) -> [Finding]) {
        #expect(Repository.sources.count > 100)
        expect(Repository.sources.flatMap(rule))
    }

    private func expect(_ findings: [Finding]) {
        if findings.isEmpty { return }
        Issue.record(Comment(rawValue: findings.map(\.description).joined(separator: "\n")))
    }
}
