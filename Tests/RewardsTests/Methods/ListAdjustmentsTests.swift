import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func aRejectedAdjustmentMovesNothing(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine, settings: adjustmentLimit) { host in
        let ines = host.member("Ines")
        try await host.give(500, to: ines)
        let asked = try await host.adjust(.take, 200, ines)
        let rejected = try await host.decide(asked.id, false, as: host.staff("Olga"))
        #expect(rejected.state == .rejected && rejected.remark == .example)
        #expect(try await host.available(ines) == 500)
        await #expect(throws: DecideAdjustment.Refusal.adjustmentDecided) {
            try await host.decide(asked.id, true, as: host.staff("Pia"))
        }
    }
}
