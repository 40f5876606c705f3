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

/// Each law is broken by hand once, and the audit has to name it: what finds nothing has to be able to find something.
@Test(arguments: TestEngine.allCases, Tampering.all)
func auditNamesTheLawThatIsBroken(engine: TestEngine, tampering: Tampering) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        try await host.liveThroughEverything()
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
        Tampering(.conservation, "UPDATE account SET balance = balance + 1 WHERE id = 'redemption:points'"),
        Tampering(.balanceIsFold, "UPDATE account SET balance = balance - 1 WHERE kind = 'member'"),
        Tampering(
            .twoEntries,
            """
            DELETE FROM entry WHERE account = 'redemption:points'
                AND version = (SELECT MAX(version) FROM entry WHERE account = 'redemption:points')
            """
        ),
        Tampering(.assetsApart, "UPDATE transfer SET asset = 'coins' WHERE kind = 'payment'"),
        Tampering(.endsOnce, "DELETE FROM open_transfer WHERE kind = 'award'"),
        Tampering(.heldMatchesHolds, "UPDATE account SET held = held + 1 WHERE kind = 'member'"),
        Tampering(.heldMatchesHolds, "UPDATE lot SET held = held + 1 WHERE remaining > held"),
        Tampering(.pendingMatchesAwards, "UPDATE open_transfer SET amount = amount + 1 WHERE kind = 'award'"),
        Tampering(.postedWithinHold, "UPDATE transfer SET amount = 1000 WHERE kind = 'post'"),
        Tampering(.lotsMatchBalance, "UPDATE account SET balance = balance + 1 WHERE kind = 'member'"),
        Tampering(.lotsMatchUses, "UPDATE lot SET remaining = remaining - 1 WHERE remaining > held"),
        Tampering(.earliestExpiryFirst, "UPDATE lot SET expires_at = expires_at - 864000000000 WHERE remaining = 10"),
        Tampering(.noUseAfterExpiry, "UPDATE lot SET expires_at = 1"),
        Tampering(.reversalsWithinOriginal, "UPDATE transfer SET amount = 1 WHERE kind = 'payment'"),
        Tampering(.reversalsWithinOriginal, "UPDATE undone SET total = total - 1 WHERE total > 1"),
        Tampering(
            .refusedLeftNothing,
            "UPDATE transfer SET refusal = 'insufficientPoints', debit = NULL, credit = NULL WHERE kind = 'payment'"
        ),
        Tampering(.stockMatchesRedemptions, "UPDATE reward SET on_hand = on_hand + 1, taken = taken - 1"),
        Tampering(.stockMatchesRedemptions, "UPDATE restock SET pieces = pieces + 1"),
        Tampering(.stockMatchesRedemptions, "UPDATE allotment SET units = units + 1"),
        Tampering(.stockMatchesRedemptions, "UPDATE redemption SET units = 2 WHERE state = 'delivered'"),
        Tampering(.partsAddUp, "UPDATE lot_use SET amount = amount + 1 WHERE amount <> -1"),
        Tampering(.earnedMatchesAwards, "UPDATE account SET earned = earned + 1 WHERE kind = 'member'"),
        Tampering(.owedMatchesDebts, "UPDATE account SET owed = owed + 1 WHERE kind = 'member'"),
        Tampering(
            .toldOnce,
            """
            DELETE FROM event_log
            WHERE id = (SELECT MAX(id) FROM event_log WHERE name = 'rewards.pointsMoved')
            """
        ),
    ]
}

extension Harness where Service == RewardsService {
    /// A life in which each kind of transfer comes up, or most.
    fileprivate func liveThroughEverything() async throws {
        let (ines, omar) = (member("Ines"), member("Omar"))
        let offer = try await offer(price: 4, stock: 5)
        try await give(10, to: ines)
        clock.advance(by: .days(1))
        try await give(10, to: ines)
        let (first, second) = (try await redeem(offer, as: ines), try await redeem(offer, as: ines))
        _ = try await call(FulfilRedemption(redemption: first.redemption, outcome: .cancelled), as: staff())
        _ = try await call(FulfilRedemption(redemption: second.redemption, outcome: .delivered), as: staff())
        let payment = try await charge(3, from: ines)
        try await reverse(payment.transfer, 2)
        let award = AwardPoints(
            member: omar.member,
            amount: try points(5),
            reason: .example,
            pending: .days(3)
        )
        _ = try await call(award, as: backend())
        await #expect(throws: HoldPoints.Refusal.insufficientPoints) {
            try await hold(1000, of: ines, transfer: Transfer.ID(at: .example, entropy: 1))
        }
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
