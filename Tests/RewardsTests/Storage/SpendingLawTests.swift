import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

// What the audit finds of draws and outlays, and what the schema refuses, whoever writes.

extension Harness where Service == RewardsService {
    /// A paid outlay, and a draw with one paid entry and a prize that was awarded.
    fileprivate func spend() async throws {
        try await fund(hikers.wire, 100)
        try await decide(try await request("hike", 60))
        try await give(5, to: member("Ines"))
        let draw = try await openDraw(
            places: 1,
            price: AssetAmount(amount: points(5)),
            prize: AssetAmount(amount: points(9))
        )
        try await enter(draw, as: member("Ines"))
        try await closeNow(draw)
        clock.advance(by: .days(2))
        try await resolve(draw)
        try await expectSound()
    }
}

@Test(
    arguments: TestEngine.allCases,
    [
        "UPDATE outlay SET amount = 61", "UPDATE outlay SET for_group = 'grp_00000000000000000000000001'",
        "UPDATE outlay SET state = 'requested', decided_by = NULL, decided_at = NULL, payout = NULL",
        "UPDATE draw SET entries = 2", "UPDATE draw SET entry_price = 6", "UPDATE draw_entry SET payment = NULL",
        "UPDATE draw_winner SET award = NULL", "UPDATE draw SET prize = 8",
    ] as [SQL]
)
func auditFindsWhatWasNotPaid(engine: TestEngine, tampering: SQL) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        try await host.spend()
        try await host.tamper(tampering)
        let report = try await host.call(AuditLedger(), as: host.staff())
        let broken = report.findings.filter { $0.violations != .zero }.map(\.law)
        #expect(broken == [.stockMatchesRedemptions])
    }
}

@Test(
    arguments: TestEngine.allCases,
    [
        ("outlay_four_eyes", "UPDATE outlay SET decided_by = requested_by"),
        ("outlay_paid", "UPDATE outlay SET payout = NULL"),
        ("outlay_decided", "UPDATE outlay SET decided_by = NULL"),
        ("outlay_rejected", "UPDATE outlay SET state = 'rejected', payout = NULL"),
        ("draw_done", "UPDATE draw SET resolved_at = seed_from - 1"),
        ("draw_times", "UPDATE draw SET closed_at = seed_from"),
        ("draw_price", "UPDATE draw SET entry_price = 0"),
        ("draw_cancelled", "UPDATE draw SET remark = 'It rained.'"),
    ] as [(String, SQL)]
)
func schemaRefusesWhatSpendingNeverIs(engine: TestEngine, change: (constraint: String, statement: SQL)) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        try await host.spend()
        await #expect(throws: SQLError.check(constraint: change.constraint)) {
            try await host.tamper(change.statement)
        }
    }
}
