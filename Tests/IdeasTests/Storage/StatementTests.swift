import Foundation
import Hosting
@testable import Ideas
import Support
import Testing
import TypedSQL

@Suite struct StatementTests {
    @Test(arguments: TestEngine.allCases)
    func bothEnginesParseEveryStatement(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            for sample in IdeasStorage.samples { try await host.host.database.prepare(sample) }
        }
    }

    /// Every function of a table that gives a query or a statement stands in its samples.
    @Test func everyStatementHasASample() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../Services/Ideas/Storage"
        )
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.standardized.path)
        var declared = 0
        for file in files where file.hasSuffix("Table.swift") || file.hasSuffix("Tables.swift") {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            let isStatement = /static (func|var) [^{]*-> ?(Query|Statement)/
            declared += text.matches(of: isStatement).count
        }
        let fragments = 1
        #expect(IdeasStorage.samples.count == declared + fragments)
    }
}
