import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func levelTellsWhatIsMissing(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.levels()
        let none = try await host.call(GetLevel(), as: ines)
        #expect(none.level == nil)
        #expect(none.reason == .belowAll)
        #expect(
            none.next
                == LevelGap(
                    level: try LevelKey(wire: "bronze"),
                    points: try Count(wire: 10),
                    contributions: try Count(wire: 1)
                )
        )
        try await host.ideas(2, by: ines)
        try await host.give(25, to: ines)
        let silver = try await host.call(GetLevel(), as: ines)
        #expect(silver.level?.wire == "silver")
        #expect(silver.reason == .reached)
        #expect(silver.points.wire == 25)
        #expect(silver.contributions.wire == 2)
        #expect(silver.since == host.clock.now.day)
        #expect(
            silver.next
                == LevelGap(
                    level: try LevelKey(wire: "gold"),
                    points: try Count(wire: 5),
                    contributions: try Count(wire: 1)
                )
        )
        #expect(silver.endsOn == host.clock.now.day.adding(months: 12))
        #expect(silver.reviewedOn == silver.endsOn)
        let asked = try await host.call(GetLevel(member: ines.member), as: host.backend())
        #expect(asked == silver)
    }
}

/// Earned, never the balance: spending and giving cost no level, a gift brings none; what is taken back counts nowhere.
@Test(arguments: TestEngine.allCases)
func onlyWhatWasEarnedCounts(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine, settings: ["WELLSPRING_REWARDS_GIFTS_PER_DAY": "100"]) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.levels()
        try await host.ideas(3, by: ines)
        try await host.ideas(3, by: omar)
        let award = try await host.give(30, to: ines)
        try await host.give(1, to: omar)
        try await host.charge(20, from: ines)
        let gift = GivePoints(to: omar.member, amount: try points(10), reason: .example)
        _ = try await host.call(gift, as: ines)
        #expect(try await host.level(ines) == "gold")
        #expect(try await host.level(omar) == nil)
        try await host.reverse(award.transfer, 5)
        #expect(try await host.level(ines) == "silver")
        try await host.reverse(award.transfer)
        #expect(try await host.level(ines) == nil)
        #expect(try await host.call(GetLevel(), as: ines).points == .zero)
        try await host.expectSound()
    }
}

/// A pending award counts from its release, and what is taken back of it before is never earned.
@Test(arguments: TestEngine.allCases)
func whatIsPendingCountsWhenItIsReleased(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.levels()
        try await host.ideas(3, by: ines)
        let award = AwardPoints(
            member: ines.member,
            amount: try points(30),
            reason: .example,
            pending: .days(1)
        )
        let pending = try await host.call(award, as: host.backend())
        try await host.reverse(pending.transfer, 10)
        #expect(try await host.level(ines) == nil)
        host.clock.advance(by: .days(1))
        try await host.endWhatIsDue()
        #expect(try await host.level(ines) == "silver")
        try await host.reverse(pending.transfer, 10)
        #expect(try await host.level(ines) == "bronze")
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func levelRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        await #expect(throws: GetLevel.Refusal.memberNeeded) { try await host.call(GetLevel(), as: host.backend()) }
        await #expect(throws: GetLevel.Refusal.memberUnknown) {
            try await host.call(GetLevel(member: omar.member), as: ines)
        }
        await #expect(throws: GetLevel.Refusal.memberUnknown) {
            try await host.call(GetLevel(member: omar.member), as: host.backend())
        }
        await #expect(throws: GetLevel.Refusal.noLevels) { try await host.call(GetLevel(), as: ines) }
        try await host.ideas(1, by: omar)
        await #expect(throws: GetLevel.Refusal.noLevels) {
            try await host.call(GetLevel(member: omar.member), as: host.backend())
        }
    }
}
