import Hosting
import RewardsAPI
import Support
import Testing

@testable import Rewards

/// Random commands against the service and against the model: they have to agree on every answer, and every law of the
/// ledger has to hold. A failing run is repeated with `WELLSPRING_TEST_SEED`, a long one made with
/// `WELLSPRING_TEST_COMMANDS`.
@Test(arguments: TestEngine.allCases)
func ledgerBehavesLikeItsModel(engine: TestEngine) async throws {
    let seed = Seeded.seed()
    print("ledger property on \(engine.rawValue): seed \(seed)")
    let settings = ["WELLSPRING_REWARDS_GIFTS_PER_DAY": "1000000"]
    try await Harness<RewardsService>.run(on: engine, settings: settings) { host in
        var run = try await LedgerRun(host, seed: seed)
        let commands = Seeded.commands(usually: 10_000)
        for step in 1...commands {
            try await run.step()
            if step.isMultiple(of: max(200, commands / 20)) { try await run.expectAgreement() }
        }
        try await run.expectAgreement()
        try await run.expectStatementsAddUp()
        #expect(run.commands == Set(LedgerRun.Command.allCases), "each command has to come up")
        #expect(run.orderOutcomes.count == 4, "won, and refused for each reason: \(run.orderOutcomes)")
        #expect(run.refused > 0 && run.settled > 0, "an id has to be refused, and a debt to be made")
    }
}
