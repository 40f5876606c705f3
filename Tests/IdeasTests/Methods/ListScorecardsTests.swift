import Hosting
@testable import Ideas
import IdeasAPI
import Models
import Support
import Testing

@Suite struct ListScorecardsTests {
    @Test(arguments: TestEngine.allCases)
    func pagesByJudgeAndIdea(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let (campaign, ideas) = try await host.voting(["One", "Two"], Sample.campaign(.weightedScorecard))
            host.move(to: .reviewing)
            var given: [PublishedScorecard] = []
            for (place, name) in ["Emil", "Ewa"].enumerated() {
                for idea in ideas {
                    let card = ScoreIdea(idea: idea, grades: try Sample.grades(Int64(place) + 4), comment: .example)
                    let judge = try await host.call(card, as: host.expert(name)).judge
                    given.append(
                        PublishedScorecard(judge: judge, idea: idea, grades: card.grades, comment: card.comment)
                    )
                }
            }
            host.move(to: .deciding)
            _ = try await host.call(SelectIdeas(campaign: campaign), as: host.staff())
            let limit = try PageLimit(wire: 3)
            let first = try await host.call(ListScorecards(campaign: campaign, limit: limit), as: host.visitor)
            let rest = ListScorecards(campaign: campaign, after: first.next, limit: limit)
            let second = try await host.call(rest, as: host.visitor)
            #expect(first.items.count == 3 && second.next == nil)
            #expect(first.items + second.items == given.sorted { ($0.judge, $0.idea) < ($1.judge, $1.idea) })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesInOrder(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            await #expect(throws: ListScorecards.Refusal.campaignUnknown) {
                try await host.call(ListScorecards(campaign: host.nowhere), as: host.visitor)
            }
            let campaign = try await host.open(Sample.campaign())
            host.move(to: .deciding)
            await #expect(throws: ListScorecards.Refusal.notDecided) {
                try await host.call(ListScorecards(campaign: campaign), as: host.staff())
            }
        }
    }
}
