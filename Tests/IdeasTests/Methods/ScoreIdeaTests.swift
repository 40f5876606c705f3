import Hosting
@testable import Ideas
import IdeasAPI
import Models
import RPC
import Support
import Testing

@Suite struct ScoreIdeaTests {
    @Test(arguments: TestEngine.allCases)
    func gradesAreSealedFromOthers(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let (campaign, ideas) = try await host.voting(["One"], Sample.campaign(.weightedScorecard))
            host.move(to: .reviewing)
            let card = ScoreIdea(idea: ideas[0], grades: try Sample.grades(8), comment: .example)
            let receipt = try await host.call(card, as: host.expert("Emil"))
            #expect(receipt.score?.wire == 8_000_000)
            #expect(try await host.call(GetIdea(idea: ideas[0]), as: host.expert("Emil")).ownGrades?.count == 3)
            for caller in [host.expert("Ewa"), host.staff(), host.member("Jo"), host.backend()] {
                #expect(try await host.call(GetIdea(idea: ideas[0]), as: caller).ownGrades == nil)
            }
            await #expect(throws: ListScorecards.Refusal.notDecided) {
                try await host.call(ListScorecards(campaign: campaign), as: host.staff())
            }
            let told = try await host.published(IdeaScored.self)
            #expect(told.map(\.expert) == [host.expert("Emil").member])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aCardReplacesTheEarlierOne(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let (campaign, ideas) = try await host.voting(["One"], Sample.campaign(.weightedScorecard))
            host.move(to: .reviewing)
            let emil = host.expert("Emil")
            let first = try await host.call(ScoreIdea(idea: ideas[0], grades: try Sample.grades(3)), as: emil)
            let second = try await host.call(ScoreIdea(idea: ideas[0], grades: try Sample.grades(9)), as: emil)
            #expect(first.judge == second.judge)
            host.move(to: .deciding)
            _ = try await host.call(SelectIdeas(campaign: campaign), as: host.staff())
            let cards = try await host.call(ListScorecards(campaign: campaign), as: host.visitor).items
            #expect(cards.map(\.judge) == [second.judge])
            #expect(cards.flatMap(\.grades).map(\.grade.wire) == [9, 9, 9])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesInOrder(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let stranger = CriterionGrade(criterion: try CriterionKey(wire: "beauty"), grade: .example)
            let known = try Sample.grades(5)
            var card = ScoreIdea(idea: host.nothing, grades: [stranger, known[0], known[0]])
            func refuses(_ refusal: ScoreIdea.Refusal, as name: String, at location: SourceLocation = #_sourceLocation)
                async
            {
                await #expect(throws: refusal, sourceLocation: location) {
                    try await host.call(card, as: host.expert(name))
                }
            }
            await refuses(.ideaUnknown, as: "Author 0")
            let (_, ideas) = try await host.voting(["One"], Sample.campaign(.weightedScorecard))
            card.idea = ideas[0]
            await refuses(.notReviewing, as: "Author 0")
            host.move(to: .reviewing)
            await refuses(.ownIdea, as: "Author 0")
            _ = try await host.call(DeclareConflict(idea: ideas[0], reason: .example), as: host.expert("Emil"))
            await refuses(.conflictDeclared, as: "Emil")
            await refuses(.criterionUnknown, as: "Ewa")
            card.grades = [known[0], known[0]]
            await refuses(.criterionTwice, as: "Ewa")
            card.grades = [known[0], known[1]]
            await refuses(.gradesIncomplete, as: "Ewa")
            card.grades = known
            await #expect(throws: Fault.self) { try await host.call(card, as: host.member("Jo")) }
        }
    }
}
