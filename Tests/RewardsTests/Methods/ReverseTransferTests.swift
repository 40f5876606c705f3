import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

/// A part that comes back goes where the last of it came from, and all parts never come to more than was paid.
@Test(arguments: TestEngine.allCases)
func paymentComesBackIntoItsLots(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(5, to: ines)
        let first = host.clock.now + .days(365)
        host.clock.advance(by: .days(10))
        try await host.give(5, to: ines)
        let before = try await host.balance(ines)
        let payment = try await host.charge(8, from: ines)
        let part = try await host.reverse(payment.transfer, 4)
        #expect((part.amount.wire, part.owed.wire, part.transfers.count) == (4, 0, 1))
        #expect(try await host.balance(ines).nextExpiry == Expiry(amount: try points(1), at: first))
        await #expect(throws: ReverseTransfer.Refusal.alreadyReversed) { try await host.reverse(payment.transfer, 5) }
        try await host.reverse(payment.transfer)
        #expect(try await host.balance(ines) == before)
        await #expect(throws: ReverseTransfer.Refusal.alreadyReversed) { try await host.reverse(payment.transfer) }
        await #expect(throws: ReverseTransfer.Refusal.alreadyReversed) { try await host.reverse(payment.transfer, 1) }
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func awardIsTakenBackFromItsOwnLot(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(5, to: ines)
        let first = host.clock.now + .days(365)
        host.clock.advance(by: .days(10))
        let mistake = try await host.give(7, to: ines)
        let reversal = try await host.reverse(mistake.transfer)
        #expect((reversal.amount.wire, reversal.owed.wire) == (7, 0))
        let balance = try await host.balance(ines)
        #expect((balance.available.wire, balance.earned.wire, balance.owed.wire) == (5, 5, 0))
        #expect(balance.nextExpiry == Expiry(amount: try points(5), at: first))
        #expect(try await host.call(GetStatement(), as: ines).lines.first?.reverses == mistake.transfer)
        try await host.expectSound()
    }
}

/// What was spent meanwhile is owed; the balance stays at zero, and the next points pay the debt.
@Test(arguments: TestEngine.allCases)
func awardThatWasSpentIsOwed(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let mistake = try await host.give(10, to: ines)
        try await host.charge(7, from: ines)
        let reversal = try await host.reverse(mistake.transfer)
        #expect((reversal.amount.wire, reversal.owed.wire, reversal.transfers.count) == (10, 7, 2))
        var balance = try await host.balance(ines)
        #expect((balance.available.wire, balance.earned.wire, balance.owed.wire) == (0, 0, 7))
        try await host.expectSound()
        try await host.give(5, to: ines)
        balance = try await host.balance(ines)
        #expect((balance.available.wire, balance.earned.wire, balance.owed.wire) == (0, 5, 2))
        try await host.give(5, to: ines)
        balance = try await host.balance(ines)
        #expect((balance.available.wire, balance.earned.wire, balance.owed.wire) == (3, 10, 0))
        #expect(try await host.call(GetStatement(), as: ines).lines.map(\.kind).prefix(4).contains(.settlement))
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func pendingAwardIsReleasedOrTakenBack(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        func award(_ amount: Int64) async throws -> Award {
            let award = AwardPoints(
                member: ines.member,
                amount: try points(amount),
                reason: .example,
                pending: .days(14)
            )
            return try await host.call(award, as: host.backend())
        }
        let (kept, mistake) = (try await award(10), try await award(4))
        #expect(kept.expiresAt == nil)
        #expect(kept.pendingUntil == host.clock.now + .days(14))
        var balance = try await host.balance(ines)
        #expect((balance.available.wire, balance.pending.wire, balance.earned.wire) == (0, 14, 0))
        try await host.reverse(kept.transfer, 3)
        try await host.reverse(mistake.transfer)
        host.clock.advance(by: .days(14))
        try await host.endWhatIsDue()
        try await host.endWhatIsDue()
        balance = try await host.balance(ines)
        #expect((balance.available.wire, balance.pending.wire, balance.earned.wire) == (7, 0, 7))
        #expect(balance.nextExpiry?.at == host.clock.now + .days(365))
        try await host.reverse(kept.transfer)
        balance = try await host.balance(ines)
        #expect((balance.available.wire, balance.earned.wire, balance.owed.wire) == (0, 0, 0))
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func onlyAwardsAndPaymentsAreReversed(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        await #expect(throws: ReverseTransfer.Refusal.transferUnknown) { try await host.reverse(.example) }
        let award = try await host.give(10, to: ines)
        let hold = try await host.hold(2, of: ines)
        let reversal = try await host.reverse(award.transfer, 1)
        for id in [hold.transfer] + reversal.transfers {
            await #expect(throws: ReverseTransfer.Refusal.notReversible) { try await host.reverse(id) }
        }
        let receipt = try await host.redeem(try await host.offer(price: 3), as: ines)
        _ = try await host.call(
            FulfilRedemption(redemption: receipt.redemption, outcome: .delivered),
            as: host.staff()
        )
        let paid = try await host.call(GetStatement(), as: ines).lines.first?.transfer ?? .example
        await #expect(throws: ReverseTransfer.Refusal.notReversible) { try await host.reverse(paid) }
        let post = try await host.call(PostHold(hold: hold.transfer), as: host.backend())
        try await host.reverse(post.transfer)
        try await host.tamper("UPDATE account SET stopped_at = 1 WHERE owner = \(ines.member)")
        await #expect(throws: ReverseTransfer.Refusal.accountStopped) { try await host.reverse(award.transfer) }
        try await host.tamper("UPDATE account SET stopped_at = NULL")
        try await host.expectSound()
        await #expect(throws: Fault.self) {
            try await host.call(ReverseTransfer(transfer: award.transfer, reason: .example), as: ines)
        }
    }
}

@Test(arguments: TestEngine.allCases)
func aTransferIsReversedOnceInARace(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        for round in 0..<10 {
            let ines = host.member("member \(round)")
            let award = try await host.give(10, to: ines)
            try await host.charge(6, from: ines)
            let results = await race(4) { _ in try await host.reverse(award.transfer) }
            #expect(results.filter { if case .success = $0 { true } else { false } }.count == 1)
        }
        try await host.expectSound()
    }
}
