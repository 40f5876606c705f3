import Hosting
@testable import Ideas
import IdeasAPI
import Models
import Support
import Testing

@Suite struct ListCampaignsTests {
    @Test(arguments: TestEngine.allCases)
    func pagesFromTheNewest(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            var opened: [Campaign.ID] = []
            for _ in 0..<3 {
                opened.append(try await host.open(Sample.campaign()))
                host.clock.advance(by: Seconds(1))
            }
            _ = try await host.submit("One", to: opened[2], as: "Ines")
            _ = try await host.call(ClosePhase(campaign: opened[2], phase: .collecting), as: host.staff())
            let first = try await host.call(ListCampaigns(limit: try PageLimit(wire: 2)), as: host.visitor)
            #expect(first.items.map(\.campaign) == [opened[2], opened[1]])
            #expect(first.items.map(\.stage) == [.voting, .collecting])
            #expect(first.items.map(\.ideas) == [Tally(1), .zero])
            let rest = try await host.call(ListCampaigns(after: first.next), as: host.visitor)
            #expect(rest.items.map(\.campaign) == [opened[0]])
            #expect(rest.next == nil)
        }
    }
}
