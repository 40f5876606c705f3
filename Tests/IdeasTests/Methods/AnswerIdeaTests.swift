import Hosting
@testable import Ideas
import IdeasAPI
import Models
import RPC
import Support
import Testing

@Suite struct AnswerIdeaTests {
    @Test(arguments: TestEngine.allCases)
    func answersStandUnderTheIdea(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let (_, ideas) = try await host.voting(["One"])
            let planned = AnswerIdea(idea: ideas[0], status: .planned, reply: .example)
            let receipt = try await host.call(planned, as: host.staff())
            #expect(receipt.before == .open)
            let declined = AnswerIdea(idea: ideas[0], status: .declined, reply: .example, reason: .example)
            _ = try await host.call(declined, as: host.backend())
            let view = try await host.call(GetIdea(idea: ideas[0]), as: host.member("Jo"))
            #expect(view.summary.status == .declined)
            #expect(view.answers.map(\.status) == [.planned, .declined])
            #expect(view.answers.map(\.reason) == [nil, .example])
            let told = try await host.published(IdeaAnswered.self)
            #expect(told.map(\.status) == [.planned, .declined])
            #expect(told.map(\.author) == [host.member("Author 0").member, host.member("Author 0").member])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesInOrder(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            var answer = AnswerIdea(idea: host.nothing, status: .shipped, reply: .example)
            func refuses(_ refusal: AnswerIdea.Refusal, at location: SourceLocation = #_sourceLocation) async {
                await #expect(throws: refusal, sourceLocation: location) {
                    try await host.call(answer, as: host.staff())
                }
            }
            await refuses(.ideaUnknown)
            let (_, ideas) = try await host.voting(["One"])
            answer.idea = ideas[0]
            await refuses(.moveNotAllowed)
            answer.status = .declined
            await refuses(.reasonMissing)
            await #expect(throws: Fault.self) { try await host.call(answer, as: host.member("Author 0")) }
        }
    }
}
