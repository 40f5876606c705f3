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
func awardGivesPointsAndTells(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let award = try await host.give(25, to: ines)
        #expect(award.balance.wire == 25)
        #expect(award.expiresAt == host.clock.now + .days(365))
        let told = try await host.published(PointsMoved.self)
        #expect(told.map(\.transfer) == [award.transfer])
        #expect(told.first?.rule == nil)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func awardOfTheSameIDHappensOnce(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let id = Transfer.ID(at: .example, entropy: 4)
        let first = try await host.give(25, to: ines, transfer: id)
        try await host.give(5, to: ines)
        host.clock.advance(by: .days(3))
        #expect(try await host.give(25, to: ines, transfer: id) == first)
        #expect(try await host.available(ines) == 30)
        #expect(try await host.published(PointsMoved.self).count == 2)
    }
}

@Test(arguments: TestEngine.allCases)
func awardRefusesAnotherPayloadUnderTheSameID(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        let id = Transfer.ID(at: .example, entropy: 4)
        try await host.give(25, to: ines, transfer: id)
        let others: [(Int64, TestCaller, String)] = [
            (26, ines, "Thank you."), (25, omar, "Thank you."), (25, ines, "Thanks."),
            (2_000_000, ines, "Thank you."),
        ]
        for (amount, member, reason) in others {
            let award = AwardPoints(
                member: member.member,
                amount: try points(amount),
                reason: try Sentence(wire: reason),
                transfer: id
            )
            await #expect(throws: AwardPoints.Refusal.transferDiffers) {
                try await host.call(award, as: host.backend())
            }
        }
        #expect(try await host.available(ines) == 25)
        #expect(try await host.call(GetBalance(), as: omar).earned == .zero)
    }
}

/// The id of a payment is no award's, so it is another transfer, and nothing about it is told.
@Test(arguments: TestEngine.allCases)
func awardRefusesTheIDOfAPayment(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(25, to: ines)
        let payment = try await host.charge(20, from: ines)
        await #expect(throws: AwardPoints.Refusal.transferDiffers) {
            try await host.give(20, to: ines, transfer: payment.transfer)
        }
    }
}

@Test(arguments: TestEngine.allCases)
func awardHasALargestAmount(engine: TestEngine) async throws {
    let settings = ["WELLSPRING_REWARDS_LARGEST_AWARD": "50"]
    try await Harness<RewardsService>.run(on: engine, settings: settings) { host in
        try await host.give(50, to: host.member("Ines"))
        await #expect(throws: AwardPoints.Refusal.amountTooLarge) {
            try await host.give(51, to: host.member("Ines"))
        }
    }
}

@Test(arguments: TestEngine.allCases)
func awardByAPersonComesFromAdjustment(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let award = AwardPoints(member: host.member("Ines").member, amount: try points(8), reason: .example)
        _ = try await host.call(award, as: host.staff())
        let adjustment = try await host.read { tx in
            try tx.one(
                Query("SELECT balance FROM account WHERE id = 'adjustment:points'") { row in
                    try row.get(0, as: Int64.self)
                }
            )
        }
        #expect(adjustment == -8)
        await #expect(throws: Fault.self) { try await host.call(award, as: host.member("Ines")) }
    }
}

@Test(arguments: TestEngine.allCases)
func awardIsRepeatableByKey(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let award = AwardPoints(member: host.member("Ines").member, amount: try points(8), reason: .example)
        let first = try await host.rawCall(award, as: host.backend().once("k-1"))
        let second = try await host.rawCall(award, as: host.backend().once("k-1"))
        #expect(first == second)
        #expect(try await host.available(host.member("Ines")) == 8)
    }
}
