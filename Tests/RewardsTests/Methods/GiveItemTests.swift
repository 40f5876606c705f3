import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

/// One item comes by rule, for what was done before, and one by hand; the last one completes the set, once.
@Test(arguments: TestEngine.allCases)
func aCompleteSetIsNoticed(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.ideas(1, by: ines)
        try await host.pins()
        for _ in 0..<2 { try await host.reviewStanding() }
        #expect(try await host.published(CollectionCompleted.self).isEmpty)
        #expect(try await host.givePin(to: omar).completedAt == nil)
        #expect(try await host.givePin(to: ines).completedAt == host.clock.now)
        try await host.ideas(1, by: omar)
        for _ in 0..<2 { try await host.reviewStanding() }
        #expect(try await host.published(CollectionCompleted.self).map(\.member) == [ines.member, omar.member])
    }
}

@Test(arguments: TestEngine.allCases)
func giveItemRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        await #expect(throws: GiveItem.Refusal.collectionUnknown) { try await host.givePin(to: ines) }
        try await host.pins()
        let unknown = try ItemKey(wire: "lost-pin")
        await #expect(throws: GiveItem.Refusal.itemUnknown) { try await host.givePin(unknown, to: ines) }
        try await host.givePin(to: ines)
        await #expect(throws: GiveItem.Refusal.itemHeld) { try await host.givePin(to: ines) }
    }
}
