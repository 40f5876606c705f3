import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

/// Months add up to the accounts, across a leap day and the ends of months, and what is held stays in its month.
@Test(arguments: TestEngine.allCases)
func liabilityIsListedByTheMonthOfExpiry(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, noor) = (host.member("Ines"), host.member("Noor"))
        let begin = try Day(wire: "2027-02-27")
        host.clock.set(begin.start)
        for day in 0..<4 {
            try await host.give(10 + Int64(day), to: day % 2 == 0 ? ines : noor)
            host.clock.advance(by: .days(1))
        }
        try await host.hold(5, of: ines)
        try await host.charge(8, from: noor)
        try await host.rule("helped", custom("helped"), .member, 25, terms: RuleTerms(pending: .days(30)))
        try await host.record("custom.helped", noor)
        let report = try await host.call(GetLiability(), as: host.staff())
        let points = try #require(report.assets.first { $0.asset == .points })
        #expect(points.months.map(\.month.wire) == ["2028-02-01", "2028-03-01"])
        #expect(points.months.map(\.outstanding.wire) == [25, 13])
        #expect(points.months.map(\.held.wire) == [5, 0])
        #expect(points.outstanding.wire == 38 && points.pending.wire == 25 && points.held.wire == 5)
        let audit = try await host.call(AuditLedger(), as: host.staff())
        #expect(report.assets.reduce(0) { $0 + $1.outstanding.wire } == audit.outstanding.wire)
        host.clock.advance(by: .days(30))
        try await host.endWhatIsDue()
        let later = try await host.call(GetLiability(asset: .points), as: host.staff())
        #expect(later.assets.map { $0.months.map(\.month.wire) } == [["2028-02-01", "2028-03-01", "2028-04-01"]])
        #expect(later.assets.first?.outstanding.wire == 63)
    }
}

/// Lots that are not what the accounts say are no report.
@Test(arguments: TestEngine.allCases)
func liabilityOfADisorderedLedgerFails(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        try await host.give(10, to: host.member("Ines"))
        try await host.tamper("UPDATE lot SET remaining = remaining - 1")
        await #expect(throws: (any Error).self) { try await host.call(GetLiability(), as: host.staff()) }
    }
}
