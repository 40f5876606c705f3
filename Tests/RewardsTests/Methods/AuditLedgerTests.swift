import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func auditCountsAccountsTransfersAndLiability(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        try await host.give(10, to: host.member("Ines"))
        try await host.give(20, to: host.member("Omar"))
        let report = try await host.call(AuditLedger(), as: host.staff())
        #expect(report.isSound)
        #expect(report.findings.map(\.law) == LedgerLaw.allCases)
        #expect(report.accounts.wire == Int64(AccountID.house.count + 2))
        #expect(report.transfers.wire == 2)
        #expect(report.outstanding.wire == 30)
        await #expect(throws: Fault.self) { try await host.call(AuditLedger(), as: host.member("Ines")) }
    }
}

@Test(arguments: TestEngine.allCases)
func auditStopsAnAccountInDisorderAndNoOther(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        for member in [ines, omar] { try await host.give(10, to: member) }
        try await host.tamper("UPDATE account SET earned = earned + 1 WHERE owner = \(ines.member)")
        let report = try await host.call(AuditLedger(), as: host.staff())
        #expect(report.stopped.wire == 1)
        await #expect(throws: AwardPoints.Refusal.accountStopped) { try await host.give(1, to: ines) }
        await #expect(throws: ChargePoints.Refusal.accountStopped) { try await host.charge(1, from: ines) }
        await #expect(throws: HoldPoints.Refusal.accountStopped) { try await host.hold(1, of: ines) }
        #expect(try await host.available(ines) == 10)
        try await host.give(1, to: omar)
        try await host.tamper("UPDATE account SET earned = earned - 1 WHERE owner = \(ines.member)")
        _ = try await host.call(ResumeAccount(member: ines.member), as: host.staff())
        try await host.give(1, to: ines)
        try await host.expectSound()
    }
}
