import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func levelsAreOpenToRead(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        await #expect(throws: GetLevels.Refusal.noLevels) { try await host.call(GetLevels(), as: ines) }
        let tomorrow = Day(number: host.clock.now.day.number + 1)
        let defined = try await host.levels(from: tomorrow)
        await #expect(throws: GetLevels.Refusal.noLevels) { try await host.call(GetLevels(), as: ines) }
        host.clock.advance(by: .days(1))
        #expect(try await host.call(GetLevels(), as: ines) == defined)
    }
}
