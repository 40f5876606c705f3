import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func defineCollectionRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let terms = try await host.pins()
        func define(_ key: String, _ items: [ItemTerms]) async throws {
            let define = DefineCollection(key: try CollectionKey(wire: key), title: .example, items: items)
            _ = try await host.call(define, as: host.staff())
        }
        await #expect(throws: DefineCollection.Refusal.collectionExists) { try await define(terms.key.wire, []) }
        await #expect(throws: DefineCollection.Refusal.itemTwice) { try await define("new", []) }
        await #expect(throws: DefineCollection.Refusal.itemTwice) {
            try await define("new", [terms.items[0], terms.items[0]])
        }
        var broken = terms.items[0]
        broken.criterion.event = nil
        await #expect(throws: DefineCollection.Refusal.criterionIncomplete) { try await define("new", [broken]) }
        await #expect(throws: Fault.self) {
            let define = DefineCollection(key: .example, title: .example, items: terms.items)
            _ = try await host.call(define, as: host.member("Ines"))
        }
    }
}
