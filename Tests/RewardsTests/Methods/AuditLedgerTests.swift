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
        #expect(report.accounts.wire == 21)
        #expect(report.transfers.wire == 2)
        #expect(report.outstanding.wire == 30)
        await #expect(throws: Fault.self) { try await host.call(AuditLedger(), as: host.member("Ines")) }
    }
}

/// Each law is broken by hand once, and the audit has to name it: what finds nothing has to be able to find something.
@Test(arguments: TestEngine.allCases, Tampering.all)
func auditNamesTheLawThatIsBroken(engine: TestEngine, tampering: Tampering) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let offer = try await host.offer(price: 4, stock: 5)
        try await host.give(10, to: ines)
        host.clock.advance(by: .days(1))
        try await host.give(10, to: ines)
        let receipt = try await host.redeem(offer, 3, as: ines)
        try await host.redeem(offer, as: ines)
        _ = try await host.call(FulfilRedemption(redemption: receipt.redemption, outcome: .cancelled), as: host.staff())
        try await host.expectSound()
        try await host.tamper(tampering.statement)
        let report = try await host.call(AuditLedger(), as: host.staff())
        let broken = report.findings.filter { $0.violations != .zero }.map(\.law)
        #expect(broken.contains(tampering.law), "found \(broken)")
        #expect(!report.isSound)
    }
}

/// What somebody with the database in hand could do, within what the schema lets pass.
struct Tampering: Sendable, CustomTestStringConvertible {
    let law: LedgerLaw
    let statement: SQL

    init(_ law: LedgerLaw, _ statement: SQL) {
        self.law = law
        self.statement = statement
    }

    var testDescription: String { law.rawValue }

    /// The laws that are missing here cannot be broken past the schema: `SchemaTests` shows that.
    static let all: [Tampering] = [
        Tampering(.conservation, "UPDATE account SET balance = balance + 1 WHERE id = 'redemption'"),
        Tampering(.balanceIsFold, "UPDATE account SET balance = balance - 1 WHERE kind = 'member'"),
        Tampering(
            .twoEntries,
            """
            DELETE FROM entry WHERE account = 'redemption'
                AND version = (SELECT MAX(version) FROM entry WHERE account = 'redemption')
            """
        ),
        Tampering(.lotsMatchBalance, "UPDATE account SET balance = 1 WHERE kind = 'member'"),
        Tampering(.lotsMatchUses, "UPDATE lot SET remaining = remaining - 1 WHERE remaining > 0"),
        Tampering(.earliestExpiryFirst, "UPDATE lot SET expires_at = expires_at - 864000000000 WHERE remaining = 6"),
        Tampering(.noUseAfterExpiry, "UPDATE lot SET expires_at = 1"),
        Tampering(.reversalsWithinOriginal, "UPDATE transfer SET amount = 1 WHERE kind = 'redemption'"),
        Tampering(.stockMatchesRedemptions, "UPDATE reward SET on_hand = on_hand + 1, taken = taken - 1"),
        Tampering(.partsAddUp, "UPDATE lot_use SET amount = amount + 1"),
        Tampering(.earnedMatchesAwards, "UPDATE account SET earned = earned + 1 WHERE kind = 'member'"),
    ]
}
