import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

/// Each law is broken by hand, and the audit has to name it: what finds nothing has to be able to find something.
@Test(arguments: TestEngine.allCases, Tampering.all)
func auditNamesTheLawThatIsBroken(engine: TestEngine, tampering: Tampering) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        try await host.liveThroughEverything()
        try await host.expectSound()
        try await host.tamper(tampering.without.removal(on: host.host.database.engine) + [tampering.statement])
        let report = try await host.call(AuditLedger(), as: host.staff())
        let broken = report.findings.filter { $0.violations != .zero }.map(\.law)
        #expect(broken.contains(tampering.law), "found \(broken)")
        #expect(!report.isSound)
    }
}

@Test func everyLawIsBrokenOnce() {
    #expect(Set(Tampering.all.map(\.law)) == Set(LedgerLaw.allCases))
}

/// PostgreSQL has no fractions in a BIGINT; SQLite takes them, and texts.
@Test(
    arguments: [
        "UPDATE lot SET remaining = remaining - 0.5 WHERE remaining > 1", "UPDATE account SET earned = earned + 0.5",
        "UPDATE transfer SET amount = 'many' WHERE kind = 'payment'",
    ] as [SQL]
)
func auditNamesWhatIsNoWholeNumber(statement: SQL) async throws {
    try await Harness<RewardsService>.run(on: .sqlite) { host in
        try await host.liveThroughEverything()
        try await host.tamper(Guarding.checks([]).removal(on: .sqlite) + [statement])
        let report = try await host.call(AuditLedger(), as: host.staff())
        #expect(report.findings.contains { $0.law == .amountsInBounds && $0.violations != .zero })
    }
}

extension Harness where Service == RewardsService {
    /// A life in which each kind of transfer comes up, or most.
    func liveThroughEverything() async throws {
        let (ines, omar) = (member("Ines"), member("Omar"))
        let offer = try await offer(price: 4, stock: 6)
        try await give(10, to: ines)
        clock.advance(by: .days(1))
        try await give(10, to: ines)
        let (first, second) = (try await redeem(offer, as: ines), try await redeem(offer, as: ines))
        _ = try await call(FulfilRedemption(redemption: first.redemption, outcome: .cancelled), as: staff())
        _ = try await call(FulfilRedemption(redemption: second.redemption, outcome: .delivered), as: staff())
        try await gift(offer, to: omar)
        let payment = try await charge(3, from: ines)
        try await reverse(payment.transfer, 2)
        try await hold(2, of: ines)
        let award = AwardPoints(
            member: omar.member,
            amount: try points(5),
            reason: .example,
            pending: .days(3)
        )
        _ = try await call(award, as: backend())
        try await rule("sale", custom("sale"), .member, 2)
        try await record("custom.sale", omar)
        await #expect(throws: HoldPoints.Refusal.insufficientPoints) {
            try await hold(1000, of: ines, transfer: Transfer.ID(at: .example, entropy: 1))
        }
    }
}
