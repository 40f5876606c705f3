import Hosting
@testable import Ideas
import IdeasAPI
import Models
import Support
import Testing

@Suite struct GetResultTests {
    /// Everything that a visitor can read is enough to compute the same digest again.
    @Test(arguments: TestEngine.allCases, SelectionKind.allCases)
    func aVisitorCanRecomputeIt(engine: TestEngine, kind: SelectionKind) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let sample = try Sample.campaign(kind)
            let campaign = try await host.open(sample)
            var ideas: [Idea.ID] = []
            for number in 0..<5 {
                let cost = kind == .greedyByVotes ? try Sample.euros(Int64(number) * 150) : nil
                ideas.append(try await host.submit("Idea \(number)", to: campaign, as: "Author \(number)", cost: cost))
            }
            host.move(to: .voting)
            for voter in 0..<7 {
                let choices = ideas.indices.filter { (voter + $0) % 3 != 0 }.map { ideas[$0] }
                try await host.vote(choices, in: campaign, as: "Voter \(voter)")
            }
            host.move(to: .reviewing)
            for (place, name) in ["Emil", "Ewa"].enumerated() {
                for number in place..<4 {
                    let card = ScoreIdea(idea: ideas[number], grades: try Sample.grades(Int64(3 + number + place)))
                    _ = try await host.call(card, as: host.expert(name))
                }
            }
            host.move(to: .deciding)
            let receipt = try await host.call(SelectIdeas(campaign: campaign), as: host.staff())
            let recomputed = try await host.recomputed(campaign)
            #expect(try Seal.of(recomputed) == receipt.result)
            let view = try await host.call(GetResult(campaign: campaign), as: host.visitor)
            #expect(view.result == receipt.result)
            #expect(view.winners == receipt.winners)
            #expect(view.decidedAt == receipt.decidedAt)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesInOrder(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let unknown = host.nowhere
            await #expect(throws: GetResult.Refusal.campaignUnknown) {
                try await host.call(GetResult(campaign: unknown), as: host.visitor)
            }
            let campaign = try await host.open(Sample.campaign())
            host.move(to: .deciding)
            await #expect(throws: GetResult.Refusal.notDecided) {
                try await host.call(GetResult(campaign: campaign), as: host.staff())
            }
        }
    }
}

extension Harness<IdeasService> {
    /// The result, computed again from what is published, in small pages.
    func recomputed(_ campaign: Campaign.ID) async throws -> ResultDocument {
        let limit = try PageLimit(wire: 2)
        var candidates: [Candidate] = []
        var view = try await call(GetResult(campaign: campaign, limit: limit), as: visitor)
        while true {
            candidates += view.standings.items.map {
                Candidate(
                    idea: $0.idea,
                    external: $0.external,
                    title: $0.title,
                    submittedAt: $0.submittedAt,
                    cost: $0.cost
                )
            }
            guard let next = view.standings.next else { break }
            view = try await call(GetResult(campaign: campaign, after: next, limit: limit), as: visitor)
        }
        let ballots = try await everything { after in
            try await call(ListBallots(campaign: campaign, after: after, limit: limit), as: visitor)
        }
        let cards = try await everything { after in
            try await call(ListScorecards(campaign: campaign, after: after, limit: limit), as: visitor)
        }
        return try Selection.decide(by: view.protocol, candidates: candidates, ballots: ballots, cards: cards)
    }

    private func everything<Item>(_ page: (Cursor?) async throws -> Page<Item>) async throws -> [Item] {
        var all: [Item] = []
        var after: Cursor?
        repeat {
            let page = try await page(after)
            all += page.items
            after = page.next
        } while after != nil
        return all
    }
}
