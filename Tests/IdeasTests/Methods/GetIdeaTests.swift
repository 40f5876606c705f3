import Hosting
@testable import Ideas
import IdeasAPI
import Models
import RPC
import Support
import Testing

@Suite struct GetIdeaTests {
    @Test(arguments: TestEngine.allCases)
    func everybodyWithATokenReadsIt(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let (campaign, ideas) = try await host.voting(["One"])
            let get = GetIdea(idea: ideas[0])
            for caller in [host.member("Jo"), host.expert("Emil"), host.staff(), host.backend(), host.peer] {
                let view = try await host.call(get, as: caller)
                #expect(view.summary.campaign == campaign)
                #expect(view.summary.title.wire == "One")
                #expect(view.body.wire == "More about One.")
                #expect(view.answers.isEmpty && view.comments.items.isEmpty && view.comments.next == nil)
            }
            await #expect(throws: Fault.self) { try await host.call(get, as: host.visitor) }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesWhatDoesNotExist(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            await #expect(throws: GetIdea.Refusal.ideaUnknown) {
                try await host.call(GetIdea(idea: host.nothing), as: host.member("Ines"))
            }
        }
    }
}
