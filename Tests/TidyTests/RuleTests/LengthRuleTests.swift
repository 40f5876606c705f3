import Testing

@Suite struct LengthRuleTests {
    private func source(_ text: String) -> Source { Source("Shared/RPC/A.swift", text) }
    private func lines(_ count: Int) -> String { String(repeating: "    step()\n", count: count) }

    @Test(arguments: [
        "func a(_ b: Int = { 1 }()) throws -> [Int] {\n", "init(x: Int) where T: Sendable {\n", "var a: Int {\n",
        "subscript(a: Int) -> Int {\n", "static func a() async {\n",
    ])
    func longFunction(opening: String) {
        #expect(FunctionRule.findings(in: source(opening + lines(41) + "}\n")).count == 1)
        #expect(FunctionRule.findings(in: source(opening + lines(40) + "}\n")) == [])
    }

    @Test func whatHasNoBodyIsNotMeasured() {
        let text =
            "protocol A {\n    func a() throws -> Int\n    init(x: Int)\n}\nfunc b() {\n    self.init(x: 1)\n"
            + lines(39) + "}\n"
        #expect(FunctionRule.bodies(in: source(text)).map(\.lines) == [40])
    }

    @Test func longFile() {
        let long = Source("Shared/RPC/A.swift", String(repeating: "\n", count: 151))
        #expect(FileRule.findings(in: long, exceptions: [:]).count == 1)
        #expect(FileRule.findings(in: long, exceptions: [long.path: 151]) == [])
        #expect(FileRule.findings(in: long, exceptions: [long.path: 150]).count == 1)
        #expect(FileRule.findings(in: long, exceptions: [long.path: 160]).count == 1)
    }

    @Test func anExceptionThatIsNoneAnyMore() {
        let short = Source("Shared/RPC/A.swift", String(repeating: "\n", count: 150))
        #expect(FileRule.findings(in: short, exceptions: [:]) == [])
        #expect(FileRule.findings(in: short, exceptions: [short.path: 160]).count == 1)
    }
}
