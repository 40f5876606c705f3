import Hosting
@testable import Ideas
import IdeasAPI
import Models
import Support
import Testing

@Suite struct SearchIdeasTests {
    /// The same hits on both engines, whatever the script.
    @Test(arguments: TestEngine.allCases)
    func findsWordsInEveryScript(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let campaign = try await host.open(Sample.campaign())
            let titles = ["Refill stations", "Café näher am Eingang", "用户社区运行机制", "ラーメンの自動販売機", "Łódź 5G"]
            var ideas: [Idea.ID] = []
            for title in titles {
                ideas.append(try await host.submit(title, to: campaign, as: "Ines"))
                host.clock.advance(by: Seconds(1))
            }
            let expected: [(String, [Int])] = [
                ("refill", [0]), ("REFILL station", [0]), ("fill", []), ("cafe", [1]), ("naher", [1]), ("用户", [2]),
                ("社区运", [2]), ("户运", []), ("区", [2]), ("自動", [3]), ("ラーメン", [3]), ("łodz ５g", [4]),
                ("more about", [4, 3, 2, 1, 0]), ("cafe refill", []),
            ]
            for (term, places) in expected {
                let search = SearchIdeas(term: try SearchTerm(wire: term), campaign: campaign)
                let found = try await host.call(search, as: host.member("Jo")).items.map(\.idea)
                #expect(found == places.map { ideas[$0] }, "\(term)")
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func findsTagsAndPages(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let campaign = try await host.open(Sample.campaign())
            let tag = try Tag(wire: "bottle")
            for _ in 0..<3 {
                let idea = SubmitIdea(campaign: campaign, title: .example, body: .example, tags: [tag])
                _ = try await host.call(idea, as: host.member("Ines"))
                host.clock.advance(by: Seconds(1))
            }
            var search = SearchIdeas(term: try SearchTerm(wire: "bottle"), limit: try PageLimit(wire: 2))
            let first = try await host.call(search, as: host.member("Jo"))
            search.after = first.next
            let second = try await host.call(search, as: host.member("Jo"))
            #expect((first.items + second.items).count == 3)
            #expect(second.next == nil)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesInOrder(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let dots = try SearchTerm(wire: "...")
            await #expect(throws: SearchIdeas.Refusal.campaignUnknown) {
                try await host.call(SearchIdeas(term: dots, campaign: host.nowhere), as: host.member("Jo"))
            }
            await #expect(throws: SearchIdeas.Refusal.nothingToSearch) {
                try await host.call(SearchIdeas(term: dots), as: host.member("Jo"))
            }
        }
    }
}
