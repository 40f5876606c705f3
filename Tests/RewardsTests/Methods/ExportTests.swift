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

@Test(arguments: TestEngine.allCases)
func reportsAreExported(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(40, to: ines)
        let define = DefineRule(
            key: try RuleKey(wire: "helped"),
            title: try Title(wire: "@SUM(A1:A9)"),
            event: try custom("helped"),
            pays: .member,
            amount: try points(5),
            perDay: .one
        )
        _ = try await host.call(define, as: host.staff())
        try await host.record("custom.helped", ines)
        try await host.record("custom.helped", ines)
        let liability = try await host.call(ExportReport(report: .liability), as: host.staff()).csv.wire
        #expect(
            liability == "\"asset\",\"month\",\"outstanding\",\"held\",\"lots\"\r\n\"points\",\"2027-09-01\",45,0,2\r\n"
        )
        let effects = try await host.call(ExportReport(report: .ruleEffects), as: host.staff()).csv.wire
        let rows = effects.split(separator: "\r\n").map(String.init)
        #expect(rows[1].hasPrefix("\"helped\",\"'@SUM(A1:A9)\",\"points\",1,5,0,1,,"))
        let names = rows[0].split(separator: ",").map { $0.trimmingPrefix("\"") }
        let numbers = rows[1].split(separator: ",", omittingEmptySubsequences: false)
        #expect(zip(names, numbers).first { $0.0.hasPrefix("dayFull") }?.1 == "1")
        await #expect(throws: ExportReport.Refusal.periodEmpty) {
            let ask = ExportReport(report: .liability, from: host.clock.now, until: host.clock.now)
            _ = try await host.call(ask, as: host.staff())
        }
    }
}
