import Hosting
@testable import Ideas
import IdeasAPI
import Models
import Support
import Testing

@Suite struct ListIdeasTests {
    @Test(arguments: TestEngine.allCases)
    func pagesFromTheNewest(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let (campaign, ideas) = try await host.voting(["One", "Two", "Three"])
            let limit = try PageLimit(wire: 2)
            let first = try await host.call(ListIdeas(campaign: campaign, limit: limit), as: host.member("Jo"))
            #expect(first.items.map(\.idea) == [ideas[2], ideas[1]])
            let rest = ListIdeas(campaign: campaign, after: first.next, limit: limit)
            let second = try await host.call(rest, as: host.member("Jo"))
            #expect(second.items.map(\.idea) == [ideas[0]])
            #expect(second.next == nil)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func filtersByCampaignAndStatus(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let one = try await host.open(Sample.campaign())
            let other = try await host.open(Sample.campaign())
            let idea = try await host.submit("Here", to: one, as: "Ines")
            let there = try await host.submit("There", to: other, as: "Ines")
            _ = try await host.call(AnswerIdea(idea: there, status: .planned, reply: .example), as: host.staff())
            let jo = host.member("Jo")
            #expect(try await host.call(ListIdeas(campaign: one), as: jo).items.map(\.idea) == [idea])
            #expect(try await host.call(ListIdeas(status: .planned), as: jo).items.map(\.idea) == [there])
            #expect(try await host.call(ListIdeas(), as: jo).items.count == 2)
            await #expect(throws: ListIdeas.Refusal.campaignUnknown) {
                try await host.call(ListIdeas(campaign: host.nowhere), as: jo)
            }
        }
    }

    /// Nobody sees how the vote stands before it is over: not the voters, not staff, not a backend.
    @Test(arguments: TestEngine.allCases)
    func totalsAreHiddenUntilTheVoteIsClosed(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let (campaign, ideas) = try await host.voting(["One", "Two"])
            try await host.vote([ideas[0]], in: campaign, as: "Ines")
            for caller in [host.member("Ines"), host.expert("Emil"), host.staff(), host.backend()] {
                let items = try await host.call(ListIdeas(campaign: campaign), as: caller).items
                #expect(items.map(\.votes) == [nil, nil])
                #expect(try await host.call(GetIdea(idea: ideas[0]), as: caller).summary.votes == nil)
            }
            host.move(to: .reviewing)
            let items = try await host.call(ListIdeas(campaign: campaign), as: host.member("Jo")).items
            #expect(items.map { $0.votes?.agree.wire } == [0, 1])
        }
    }
}
