import Contract
import Hosting
import IdeasAPI
import Models
import RPC
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func eachChangeOfALevelIsToldOnce(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.levels()
        try await host.ideas(1, by: ines)
        let award = try await host.give(10, to: ines)
        for _ in 0..<3 { try await host.reviewStanding() }
        #expect(try await host.published(LevelReached.self).map(\.level.wire) == ["bronze"])
        try await host.ideas(2, by: ines)
        try await host.give(20, to: ines)
        for _ in 0..<3 { try await host.reviewStanding() }
        #expect(try await host.published(LevelReached.self).map(\.level.wire) == ["bronze", "gold"])
        try await host.reverse(award.transfer)
        try await host.reviewStanding()
        let lost = try await host.published(LevelLost.self)
        #expect(lost.map(\.level.wire) == ["gold"])
        #expect(lost.map { $0.now?.wire } == ["silver"])
        #expect(lost.map(\.member) == [ines.member])
    }
}

/// Fourteen days before the end the member is told, once for each level and each end.
@Test(arguments: TestEngine.allCases)
func theEndOfALevelIsNoticed(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.levels()
        try await host.ideas(1, by: ines)
        try await host.give(10, to: ines)
        try await host.reviewStanding()
        let end = host.clock.now.day.adding(months: 12)
        host.clock.advance(by: .days(Int64(end.number - host.clock.now.day.number - 15)))
        try await host.reviewStanding()
        #expect(try await host.published(LevelEnding.self).isEmpty)
        host.clock.advance(by: .days(1))
        for _ in 0..<2 { try await host.reviewStanding() }
        #expect(try await host.published(LevelEnding.self).map(\.on) == [end])
        try await host.ideas(1, by: ines)
        try await host.give(10, to: ines)
        let next = host.clock.now.day.adding(months: 12)
        for _ in 0..<30 {
            host.clock.advance(by: .days(1))
            try await host.reviewStanding()
        }
        #expect(try await host.published(LevelLost.self).map(\.level.wire) == ["silver"])
        host.clock.advance(by: .days(Int64(next.number - host.clock.now.day.number - 14)))
        try await host.reviewStanding()
        host.clock.advance(by: .days(14))
        try await host.reviewStanding()
        #expect(try await host.published(LevelLost.self).map(\.level.wire) == ["silver", "bronze"])
        #expect(try await host.published(LevelEnding.self).map(\.on) == [end, end, next])
        #expect(try await host.published(LevelEnding.self).map(\.level.wire) == ["bronze", "silver", "bronze"])
    }
}

/// Without any programme nothing is told; one that comes later looks at what was done before.
@Test(arguments: TestEngine.allCases)
func aProgrammeLooksAtThePast(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.ideas(2, by: ines)
        try await host.give(20, to: ines)
        try await host.reviewStanding()
        #expect(try await host.published(LevelReached.self).isEmpty)
        try await host.levels()
        try await host.reviewStanding()
        #expect(try await host.published(LevelReached.self).map(\.level.wire) == ["silver"])
        try await host.levels(factor: 100)
        try await host.reviewStanding()
        #expect(try await host.published(LevelLost.self).map(\.level.wire) == ["silver"])
    }
}

/// An event that is read again, from the beginning of the log, counts once.
@Test(arguments: TestEngine.allCases)
func aContributionCountsOnce(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.levels()
        let event = IdeaSubmitted(idea: .example, campaign: .example, author: ines.member)
        for _ in 0..<3 {
            try await host.deliver(event, from: IdeasInterface.self, id: .example)
            try await host.tamper("DELETE FROM follower_cursor")
        }
        #expect(try await host.call(GetLevel(), as: ines).contributions.wire == 1)
    }
}
