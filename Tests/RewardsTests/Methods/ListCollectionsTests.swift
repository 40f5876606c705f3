import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func collectionsTellWhatIsMissing(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.pins()
        try await host.give(1, to: ines)
        try await host.givePin(to: ines)
        let own = try await host.call(ListCollections(), as: ines)
        #expect(own.map(\.collection) == [.example])
        #expect(own.flatMap(\.items).map { $0.since != nil } == [false, true])
        let ask = ListCollections(member: ines.member)
        #expect(try await host.call(ask, as: host.backend()) == own)
        await #expect(throws: ListCollections.Refusal.memberNeeded) {
            try await host.call(ListCollections(), as: host.backend())
        }
        await #expect(throws: ListCollections.Refusal.memberUnknown) { try await host.call(ask, as: omar) }
    }
}
