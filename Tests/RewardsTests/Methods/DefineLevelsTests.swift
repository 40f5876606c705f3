import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func theLatestVersionThatHasBegunCounts(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let first = try await host.levels()
        #expect(first.version.wire == 1)
        #expect(first.from == host.clock.now.day)
        try await host.ideas(1, by: ines)
        try await host.give(10, to: ines)
        #expect(try await host.level(ines) == "bronze")
        let later = Day(number: host.clock.now.day.number + 2)
        #expect(try await host.levels(from: later, factor: 10).version.wire == 2)
        #expect(try await host.level(ines) == "bronze")
        host.clock.advance(by: .days(2))
        #expect(try await host.level(ines) == nil)
        #expect(try await host.call(GetLevel(), as: ines).programme.wire == 2)
        let past = try await host.levels(from: Day(number: 0))
        #expect(past.from == host.clock.now.day)
    }
}

@Test(arguments: TestEngine.allCases)
func defineLevelsRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let good = try await host.levels()
        func define(_ levels: [LevelTerms]) async throws {
            let define = DefineLevels(levels: levels, contributions: [], period: .example, downgrade: .full)
            _ = try await host.call(define, as: host.staff())
        }
        let terms = good.levels
        await #expect(throws: DefineLevels.Refusal.levelTwice) { try await define([terms[1], terms[0], terms[1]]) }
        await #expect(throws: DefineLevels.Refusal.levelsNotAscending) { try await define([terms[1], terms[0]]) }
        await #expect(throws: DefineLevels.Refusal.levelsNotAscending) { try await define([]) }
        var same = terms[0]
        same.key = .example
        await #expect(throws: DefineLevels.Refusal.levelsNotAscending) { try await define([terms[0], same]) }
        await #expect(throws: Fault.self) {
            let define = DefineLevels(levels: terms, contributions: [], period: .example, downgrade: .full)
            _ = try await host.call(define, as: host.member("Ines"))
        }
        #expect(try await host.call(GetLevels(), as: host.member("Ines")) == good)
    }
}
