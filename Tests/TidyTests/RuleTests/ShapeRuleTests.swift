import Testing

@Suite struct ShapeRuleTests {
    private let complete = [
        Source("Services/Ideas/API/Methods/Vote.swift", "public struct Vote: IdeasMethod {}"),
        Source("Services/Ideas/Methods/Vote.swift", "extension Vote: Handled {}"),
        Source("Services/Ideas/Service.swift", "let endpoints = [Endpoint(Vote.self)]"),
        Source("Tests/IdeasTests/Methods/VoteTests.swift", "@Suite struct VoteTests {}"),
    ]

    @Test func methodWithAllItsFiles() { #expect(MethodRule.findings(in: complete) == []) }

    @Test(arguments: [1, 2, 3]) func methodWithoutOneOfThem(index: Int) {
        var sources = complete
        sources.remove(at: index)
        #expect(MethodRule.findings(in: sources).count == 1)
    }

    @Test func contractUnderAnotherName() {
        let sources = [Source("Services/Ideas/API/Methods/Vote.swift", "struct Poll {}")] + complete.dropFirst()
        #expect(MethodRule.findings(in: sources).count == 1)
    }

    private func storage(samples: String, total: String = "VoteTable.samples") -> [Source] {
        let table = """
            enum VoteTable {
                static func find(_ id: Vote.ID) -> Query<Row> { Query("SELECT 1") { $0 } }
                static func find(by member: Member.ID) -> Query<Row> { Query("SELECT 2", read) }
                static let clear = Statement("DELETE FROM vote")
                private static let columns: SQL = "id"
                private static func rows() -> Query<Row> { Query("SELECT \\(columns)") { $0 } }
                static let samples: [SQL] = [\(samples)]
            }
            """
        let all = "enum IdeasStorage {\n    static let samples: [SQL] = \(total)\n}"
        return [
            Source("Services/Ideas/Storage/VoteTable.swift", table), Source("Services/Ideas/Storage/All.swift", all),
        ]
    }

    private let full = "find(.example).sql, find(by: .example).sql, clear.sql"

    @Test func tableWithAllSamples() {
        #expect(SampleRule.findings(in: storage(samples: full), service: "Ideas") == [])
    }

    @Test(arguments: ["find(.example).sql, clear.sql", "find(.example).sql, find(by: .example).sql", "clear.sql"])
    func tableWithoutOneSample(samples: String) {
        #expect(SampleRule.findings(in: storage(samples: samples), service: "Ideas").count == 1)
    }

    @Test func tableThatTheServiceForgets() {
        #expect(SampleRule.findings(in: storage(samples: full, total: "[]"), service: "Ideas").count == 1)
    }
}
