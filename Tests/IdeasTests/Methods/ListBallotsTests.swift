import Hosting
@testable import Ideas
import IdeasAPI
import Models
import Support
import Testing

@Suite struct ListBallotsTests {
    /// By the pseudonym of the receipt every voter finds his or her own ballot.
    @Test(arguments: TestEngine.allCases)
    func votersFindTheirBallots(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let (campaign, ideas) = try await host.voting(["One", "Two"])
            var cast: [PublishedBallot] = []
            for number in 0..<5 {
                let ballot = CastBallot(campaign: campaign, ideas: Array(ideas.prefix(number % 3)))
                cast.append(try await host.call(ballot, as: host.member("Voter \(number)")).ballot)
            }
            host.move(to: .deciding)
            _ = try await host.call(SelectIdeas(campaign: campaign), as: host.staff())
            let limit = try PageLimit(wire: 3)
            let first = try await host.call(ListBallots(campaign: campaign, limit: limit), as: host.visitor)
            let rest = ListBallots(campaign: campaign, after: first.next, limit: limit)
            let second = try await host.call(rest, as: host.visitor)
            #expect(first.items.count == 3 && second.next == nil)
            #expect(first.items + second.items == cast.sorted { $0.pseudonym < $1.pseudonym })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesInOrder(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            await #expect(throws: ListBallots.Refusal.campaignUnknown) {
                try await host.call(ListBallots(campaign: host.nowhere), as: host.visitor)
            }
            let campaign = try await host.open(Sample.campaign())
            host.move(to: .deciding)
            await #expect(throws: ListBallots.Refusal.notDecided) {
                try await host.call(ListBallots(campaign: campaign), as: host.staff())
            }
        }
    }
}
