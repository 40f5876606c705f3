import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

extension Harness where Service == RewardsService {
    @discardableResult
    fileprivate func set(_ level: String?, _ member: TestCaller, until: Instant? = nil) async throws -> LevelStanding {
        let set = SetLevel(
            member: member.member,
            reason: try Sentence(wire: "A guest of honour."),
            level: try level.map { try LevelKey(wire: $0) },
            until: until
        )
        return try await call(set, as: staff())
    }
}

/// The rule goes on: it may give more meanwhile, and gives what it gives when the time is over.
@Test(arguments: TestEngine.allCases)
func aLevelByHandNeverFreezesTheRule(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.levels()
        let end = host.clock.now + .days(10)
        let given = try await host.set("silver", ines, until: end)
        #expect(given.level?.wire == "silver")
        #expect(given.reason == .hand)
        #expect(given.endsOn == end.day)
        #expect(given.byHand?.reason.wire == "A guest of honour.")
        try await host.ideas(3, by: ines)
        try await host.give(30, to: ines)
        #expect(try await host.level(ines) == "gold")
        #expect(try await host.call(GetLevel(), as: ines).reason == .reached)
        #expect(try await host.call(GetLevel(), as: ines).byHand != nil)
        host.clock.advance(by: .days(10))
        #expect(try await host.level(ines) == "gold")
        #expect(try await host.call(GetLevel(), as: ines).byHand == nil)
    }
}

@Test(arguments: TestEngine.allCases)
func aLevelByHandEnds(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.levels()
        try await host.set("gold", ines, until: host.clock.now + .days(30))
        try await host.set("silver", ines, until: host.clock.now + .days(30))
        try await host.set("gold", omar, until: host.clock.now + .days(30))
        try await host.reviewStanding()
        #expect(try await host.level(ines) == "silver")
        #expect(try await host.set(nil, ines).level == nil)
        #expect(try await host.level(omar) == "gold")
        host.clock.advance(by: .days(30))
        try await host.reviewStanding()
        #expect(try await host.level(omar) == nil)
        #expect(try await host.published(LevelReached.self).map(\.level.wire).sorted() == ["gold", "silver"])
        #expect(try await host.published(LevelLost.self).map(\.level.wire).sorted() == ["gold", "silver"])
    }
}

@Test(arguments: TestEngine.allCases)
func setLevelRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        await #expect(throws: SetLevel.Refusal.noLevels) { try await host.set("gold", ines) }
        try await host.levels()
        await #expect(throws: SetLevel.Refusal.levelUnknown) { try await host.set("platinum", ines) }
        await #expect(throws: SetLevel.Refusal.periodEmpty) { try await host.set("gold", ines) }
        await #expect(throws: SetLevel.Refusal.periodEmpty) {
            try await host.set("gold", ines, until: host.clock.now)
        }
        #expect(try await host.level(ines) == nil)
    }
}
