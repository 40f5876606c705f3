import Contract
import Hosting
import IdentityAPI
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

private let canary = "canary-7391"

extension Harness where Service == RewardsService {
    fileprivate func erase(_ member: TestCaller) async throws -> ErasureRecord {
        try await call(EraseMember(member: member.member), as: staff())
    }

    /// Every place where words about a member can be written, with the canary in it.
    fileprivate func plant(on member: TestCaller) async throws {
        let words = try Sentence(wire: canary)
        let id = Transfer.ID(at: .example, entropy: 5)
        let award = AwardPoints(member: member.member, amount: try points(500), reason: words)
        _ = try await call(award, as: backend())
        let pending = AwardPoints(member: member.member, amount: try points(5), reason: words, pending: .days(3))
        _ = try await call(pending, as: backend())
        let charge = ChargePoints(member: member.member, amount: try points(5), reason: words)
        _ = try await call(charge, as: backend())
        await #expect(throws: ChargePoints.Refusal.insufficientPoints) {
            let charge = ChargePoints(member: member.member, amount: try points(900), reason: words, transfer: id)
            _ = try await call(charge, as: backend())
        }
        _ = try await call(
            HoldPoints(member: member.member, amount: try points(5), reason: words, transfer: nil, until: nil),
            as: backend()
        )
        let adjust = AdjustPoints(member: member.member, amount: try points(5), direction: .take, reason: words)
        _ = try await call(adjust, as: staff())
        try await plantOrders(on: member, words)
        try await plantCoupons(on: member, words)
        try await plantOutlays(by: member, words)
        try await plantStanding(on: member, words)
        try await record("custom.helped", member, words: ["note": canary])
        let digest = Digest(bytes: Array(repeating: 7, count: 32))
        _ = try await call(ReportDevice(member: member.member, device: digest), as: backend())
        try await complete(member)
    }

    private func plantOrders(on member: TestCaller, _ words: Sentence) async throws {
        let offer = try await offer(price: 10)
        let receipt = try await redeem(offer, as: member)
        try await fulfil(receipt.redemption, .shipped, canary)
        let returned = try await redeem(offer, as: member)
        try await fulfil(returned.redemption, .cancelled, canary)
        let gift = GiveGift(reward: offer.id, member: member.member, reason: words, quantity: .one)
        _ = try await call(gift, as: staff())
    }

    private func plantCoupons(on member: TestCaller, _ words: Sentence) async throws {
        let pool = try await pool(codes: 1...1)
        try await claim(pool, as: member)
        _ = try await call(UseCoupon(code: Coupons.code(1), member: member.member, note: words), as: backend())
    }

    /// One is paid, so that its purpose stands in the journal too, and one is rejected with a word.
    private func plantOutlays(by member: TestCaller, _ words: Sentence) async throws {
        try await fund(hikers.wire, 100)
        for (activity, decision) in [("walk", OutlayDecision.approve), ("climb", .reject)] {
            let request = RequestOutlay(
                group: hikers,
                activity: try ActivityKey(wire: activity),
                amount: try points(10),
                purpose: words
            )
            let outlay = try await call(request, as: member).id
            _ = try await call(DecideOutlay(outlay: outlay, decision: decision, reason: words), as: staff())
        }
    }

    private func plantStanding(on member: TestCaller, _ words: Sentence) async throws {
        try await levels()
        let level = SetLevel(
            member: member.member,
            reason: words,
            level: try LevelKey(wire: "gold"),
            until: clock.now + .days(9)
        )
        _ = try await call(level, as: staff())
        try await ideaBadge("idea-giver", 1)
        let badge = try BadgeKey(wire: "idea-giver")
        _ = try await call(GiveBadge(member: member.member, badge: badge, reason: words, grade: nil), as: staff())
        _ = try await call(RevokeBadge(member: member.member, badge: badge, reason: words, grade: nil), as: staff())
        try await pins()
        _ = try await call(
            GiveItem(member: member.member, collection: .example, item: .example, reason: words),
            as: staff()
        )
    }
}

/// Nothing that was written stands anywhere afterwards, and no number has changed.
@Test(arguments: TestEngine.allCases)
func erasingAMemberChangesWordsAndNoNumber(engine: TestEngine) async throws {
    try await Coupons.run(on: engine) { host in
        let (ines, noor) = (host.member("Ines"), host.member("Noor"))
        try await host.plant(on: ines)
        try await host.give(25, to: noor)
        let before = try await host.totals()
        let planted = try await host.columns(with: canary)
        #expect(planted.count >= 10, "\(planted)")
        let record = try await host.erase(ines)
        #expect(record.records.wire >= 15)
        #expect(try await host.columns(with: canary) == [])
        #expect(try await host.totals() == before)
        let line = try await host.call(GetStatement(member: noor.member), as: host.staff()).lines[0]
        #expect(line.reason?.wire == "Thank you.")
        #expect(try await host.call(GetLeaderboard(), as: host.staff()).items.map(\.member) == [noor.member])
        // The books go on under the id.
        try await host.expirePoints()
        try await host.expectSound()
        await #expect(throws: EraseMember.Refusal.erased) { try await host.erase(ines) }
        await #expect(throws: EraseMember.Refusal.memberUnknown) { try await host.erase(host.member("Nobody")) }
    }
}

/// What is erased stays explained: the arithmetic needs no words but those that a rule asks for.
@Test(arguments: TestEngine.allCases)
func anErasedMembersNumbersStayExplained(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(25, to: ines)
        try await host.charge(5, from: ines)
        _ = try await host.erase(ines)
        let explanation = try await host.call(ExplainNumber(about: .available, member: ines.member), as: host.staff())
        var again = Recalculation(explanation)
        #expect(try again.number() == 20)
    }
}
