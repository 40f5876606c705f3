import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

extension Harness where Service == RewardsService {
    @discardableResult
    func adjust(
        _ direction: AdjustmentDirection,
        _ amount: Int64,
        _ member: TestCaller,
        id: PointAdjustment.ID? = nil,
        as caller: TestCaller? = nil
    ) async throws -> Adjustment {
        let adjust = AdjustPoints(
            member: member.member,
            amount: try points(amount),
            direction: direction,
            reason: try Sentence(wire: "The till was out of order."),
            adjustment: id
        )
        return try await call(adjust, as: caller ?? staff())
    }

    func decide(_ id: PointAdjustment.ID, _ approve: Bool, as caller: TestCaller) async throws -> Adjustment {
        try await call(DecideAdjustment(adjustment: id, approve: approve, remark: .example), as: caller)
    }
}

/// What one person of the staff may give alone, in tests.
let adjustmentLimit = ["WELLSPRING_REWARDS_ADJUSTMENT_LIMIT": "100"]

/// Up to the limit points move at once, and an id has one effect.
@Test(arguments: TestEngine.allCases)
func aSmallAdjustmentIsMadeAtOnce(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine, settings: adjustmentLimit) { host in
        let ines = host.member("Ines")
        let given = try await host.adjust(.give, 100, ines, id: .example)
        #expect(given.state == .made && given.transfer != nil && given.decidedBy == nil)
        #expect(try await host.adjust(.give, 100, ines, id: .example) == given)
        let taken = try await host.adjust(.take, 30, ines)
        #expect(taken.state == .made)
        #expect(try await host.available(ines) == 70)
        let lines = try await host.call(GetStatement(), as: ines).lines
        #expect(lines.map(\.reason?.wire) == ["The till was out of order.", "The till was out of order."])
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func adjustRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine, settings: adjustmentLimit) { host in
        let (ines, olga) = (host.member("Ines"), host.staff("Olga"))
        try await host.adjust(.give, 10, ines, id: .example)
        await #expect(throws: AdjustPoints.Refusal.adjustmentDiffers) {
            try await host.adjust(.give, 11, ines, id: .example)
        }
        await #expect(throws: AdjustPoints.Refusal.amountTooLarge) { try await host.adjust(.give, 1_000_001, ines) }
        await #expect(throws: AdjustPoints.Refusal.insufficientPoints) { try await host.adjust(.take, 11, ines) }
        await #expect(throws: DecideAdjustment.Refusal.adjustmentUnknown) {
            try await host.decide(PointAdjustment.ID(at: .example, entropy: 9), true, as: olga)
        }
        let large = try await host.adjust(.take, 101, ines)
        await #expect(throws: DecideAdjustment.Refusal.insufficientPoints) {
            try await host.decide(large.id, true, as: olga)
        }
        try await host.tamper("UPDATE account SET stopped_at = 1 WHERE kind = 'member'")
        await #expect(throws: AdjustPoints.Refusal.accountStopped) { try await host.adjust(.give, 1, ines) }
        await #expect(throws: DecideAdjustment.Refusal.accountStopped) {
            try await host.decide(large.id, true, as: olga)
        }
    }
}

/// Nobody of the staff gets around the second person by another method; backends act by rules of their own.
@Test(arguments: TestEngine.allCases)
func aPersonOfTheStaffAwardsNoMoreThanTheLimit(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine, settings: adjustmentLimit) { host in
        let ines = host.member("Ines")
        let award = AwardPoints(member: ines.member, amount: try points(101), reason: .example)
        await #expect(throws: AwardPoints.Refusal.approvalNeeded) { try await host.call(award, as: host.staff()) }
        let item = AwardItem(member: ines.member, amount: try points(101), reason: .example)
        let outcomes = try await host.call(AwardMany(awards: [item]), as: host.staff())
        #expect(outcomes.outcomes.map(\.refused) == [.approvalNeeded])
        _ = try await host.call(award, as: host.backend())
        #expect(try await host.available(ines) == 101)
    }
}
