import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func badgesAreListedByKey(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        for key in ["c", "a", "b"] { try await host.ideaBadge(key, 1) }
        try await host.ideaBadge("b", 7)
        let first = try await host.call(ListBadges(limit: try PageLimit(wire: 2)), as: host.member("Ines"))
        #expect(first.items.map(\.key.wire) == ["a", "b"])
        #expect(first.items.map { $0.steps.map(\.wire) } == [[1], [7]])
        let rest = try await host.call(ListBadges(after: first.next), as: host.member("Ines"))
        #expect(rest.items.map(\.key.wire) == ["c"])
        #expect(rest.next == nil)
    }
}
