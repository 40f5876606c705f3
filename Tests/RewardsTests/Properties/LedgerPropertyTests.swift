import Contract
import Hosting
import RewardsAPI
import Support
import Testing

@testable import Rewards

/// Random commands against the service and against the model: they have to agree on every answer, and every law of the
/// ledger has to hold. A list that fails is made as short as can be before it is told. A run is repeated with
/// `WELLSPRING_TEST_SEED`, and a list with `WELLSPRING_TEST_STEPS`.
@Test(arguments: TestEngine.allCases)
func ledgerBehavesLikeItsModel(engine: TestEngine) async throws {
    let commands = 10_000
    var soak = Soak("model against \(engine.rawValue), commands", full: 500_000 / commands, usually: 1)
    while soak.goesOn() {
        let seed = Seeded.seed()
        print("ledger property on \(engine.rawValue): seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let steps = Seeded.steps() ?? (0..<Seeded.commands(usually: commands)).map { _ in generator.next() }
        let isMet = try await LedgerTrial(engine: engine).holds(steps, seed: seed)
        soak.count(steps.count, failures: isMet ? 0 : 1)
    }
    soak.tell()
}

/// Runs lists of steps, each on a database of its own.
struct LedgerTrial {
    let engine: TestEngine
    var settings = LedgerRun.settings

    /// Runs all steps; records what fails, with the shortest list that fails too.
    func holds(_ steps: [UInt64], seed: UInt64) async throws -> Bool {
        var reached = 0
        do {
            try await run(steps, isWhole: steps.count >= 5000, reached: &reached)
            return true
        } catch {
            let failing = Array(steps.prefix(reached))
            let shortest = try await shortest(failing)
            let names = shortest.map { "\(LedgerRun.command(of: $0))" }.joined(separator: ", ")
            let list = shortest.map(String.init).joined(separator: ",")
            Issue.record("\(error)\nseed \(seed), step \(reached); shortest: \(names)\nWELLSPRING_TEST_STEPS=\(list)")
            return false
        }
    }

    /// On SQLite, which is faster, where it fails there too.
    /// - Returns: a list of which no step can be left out, or a longer one where that is not found in five minutes.
    func shortest(_ steps: [UInt64]) async throws -> [UInt64] {
        var trial = self
        if engine != .sqlite {
            let fast = LedgerTrial(engine: .sqlite, settings: settings)
            if await !fast.isSound(steps) { trial = fast }
        }
        let (end, chosen) = (ContinuousClock.now + .seconds(300), trial)
        return await Shrinking.shortest(steps) { list in
            if ContinuousClock.now > end { return false }
            return await !chosen.isSound(list)
        }
    }

    func isSound(_ steps: [UInt64]) async -> Bool {
        var reached = 0
        return (try? await run(steps, isWhole: false, reached: &reached)) != nil
    }

    /// - Parameter isWhole: whether each command and each outcome has to come up, as in a long run.
    private func run(_ steps: [UInt64], isWhole: Bool, reached: inout Int) async throws {
        var count = 0
        defer { reached = count }
        try await Harness<RewardsService>.run(on: engine, settings: settings) { host in
            var run = try await LedgerRun(host)
            for step in steps {
                count += 1
                try await run.step(step)
                if count.isMultiple(of: max(200, steps.count / 20)) { try await run.expectAgreement() }
            }
            try await run.expectAgreement()
            try await run.expectStatementsAddUp()
            try await run.expectEventsTellBalances()
            if isWhole { run.expectVariety() }
        }
    }
}

extension LedgerRun {
    fileprivate func expectVariety() {
        #expect(commands == Set(LedgerRun.Command.allCases), "each command has to come up")
        #expect(orderOutcomes.count == 4, "won, and refused for each reason: \(orderOutcomes)")
        #expect(refused > 0 && settled > 0, "an id has to be refused, and a debt to be made")
    }
}
