import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

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
