import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

/// A reason that looks like a formula stays text, and a row has the numbers of its line.
@Test(arguments: TestEngine.allCases)
func aStatementIsExportedWithoutFormulas(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let reason = try Sentence(wire: "=HYPERLINK(\"http://example.com\",\"gift\")")
        let award = AwardPoints(member: ines.member, amount: try points(40), reason: reason)
        _ = try await host.call(award, as: host.backend())
        try await host.charge(15, from: ines)
        let lines = try await host.call(GetStatement(), as: ines).lines
        let file = try await host.call(ExportStatement(), as: ines)
        let rows = file.csv.wire.split(separator: "\r\n").map(String.init)
        #expect(rows.count == 3)
        #expect(rows[1].hasPrefix("\"\(lines[0].at.wire)\",\"payment\",-15,40,25,\"points\",\"At the till.\""))
        #expect(rows[2].contains(",40,0,40,\"points\",\"'=HYPERLINK(\"\"http://example.com\"\",\"\"gift\"\")\","))
        let page = try await host.call(ExportStatement(limit: PageLimit(wire: 1)), as: ines)
        let rest = try await host.call(ExportStatement(after: page.next), as: ines)
        #expect(rest.csv.wire.split(separator: "\r\n").map(String.init)[1] == rows[2])
        let cases: [(ExportStatement.Refusal, ExportStatement, TestCaller)] = [
            (.periodEmpty, ExportStatement(from: host.clock.now, until: host.clock.now), ines),
            (.memberNeeded, ExportStatement(), host.backend()),
            (.memberUnknown, ExportStatement(member: ines.member), host.member("Noor")),
        ]
        for (refusal, method, caller) in cases {
            await #expect(throws: refusal) { _ = try await host.call(method, as: caller) }
        }
    }
}
