import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func streaksCountDaysAndWeeks(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        for day in 0..<10 {
            if day != 4 { try await host.ideas(2, by: ines) }
            host.clock.advance(by: .days(1))
        }
        let streaks = try await host.call(GetStreak(), as: ines)
        #expect(streaks.days.current.wire == 9)
        #expect(streaks.days.isFreezeUsed)
        #expect(streaks.weeks.longest.wire == 2)
        #expect(try await host.call(GetStreak(member: ines.member), as: host.backend()) == streaks)
        await #expect(throws: GetStreak.Refusal.memberNeeded) {
            try await host.call(GetStreak(), as: host.backend())
        }
        await #expect(throws: GetStreak.Refusal.memberUnknown) {
            try await host.call(GetStreak(member: ines.member), as: omar)
        }
    }
}
