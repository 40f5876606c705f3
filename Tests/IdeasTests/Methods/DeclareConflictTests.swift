import Hosting
@testable import Ideas
import IdeasAPI
import Models
import Support
import Testing

@Suite struct DeclareConflictTests {
    @Test(arguments: TestEngine.allCases)
    func withdrawsTheCard(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let (campaign, ideas) = try await host.voting(["One"], Sample.campaign(.weightedScorecard))
            host.move(to: .reviewing)
            let emil = host.expert("Emil")
            let scored = try await host.call(ScoreIdea(idea: ideas[0], grades: try Sample.grades(9)), as: emil)
            let declared = try await host.call(DeclareConflict(idea: ideas[0], reason: .example), as: emil)
            #expect(declared.judge == scored.judge)
            #expect(declared.score == nil)
            host.move(to: .deciding)
            let receipt = try await host.call(SelectIdeas(campaign: campaign), as: host.staff())
            #expect(receipt.winners.isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesInOrder(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            var conflict = DeclareConflict(idea: host.nothing, reason: .example)
            func refuses(_ refusal: DeclareConflict.Refusal, at location: SourceLocation = #_sourceLocation) async {
                await #expect(throws: refusal, sourceLocation: location) {
                    try await host.call(conflict, as: host.expert("Emil"))
                }
            }
            await refuses(.ideaUnknown)
            let (_, ideas) = try await host.voting(["One"])
            conflict.idea = ideas[0]
            await refuses(.notReviewing)
            host.move(to: .reviewing)
            _ = try await host.call(conflict, as: host.expert("Emil"))
            await refuses(.conflictDeclared)
            host.move(to: .deciding)
            await refuses(.notReviewing)
        }
    }
}
