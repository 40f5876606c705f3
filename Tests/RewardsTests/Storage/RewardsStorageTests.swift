import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func everyStatementIsUnderstood(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let samples = try RewardsStorage.samples()
        #expect(samples.count > 40)
        for sample in samples { try await host.host.database.prepare(sample) }
    }
}

/// What has been written into the journal is never changed: no statement of the service could. Only the words of a
/// person who asks for it go.
@Test func journalIsOnlyAddedTo() throws {
    for sample in try RewardsStorage.samples() {
        let text = sample.text.lowercased()
        if text.hasPrefix("update transfer set reason = ? where reason is not null") { continue }
        for table in ["transfer", "entry", "lot_use", "lot_hold", "rule_version"] {
            #expect(!text.contains("update \(table) "), "\(text)")
            #expect(!text.contains("delete from \(table)"), "\(text)")
        }
    }
}

extension SQL {
    fileprivate var text: String {
        pieces.map { if case .text(let text) = $0 { text } else { "?" } }.joined()
    }
}
