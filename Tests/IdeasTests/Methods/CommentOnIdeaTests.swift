import Hosting
@testable import Ideas
import IdeasAPI
import Models
import Support
import Testing

@Suite struct CommentOnIdeaTests {
    @Test(arguments: TestEngine.allCases)
    func commentsStandUnderTheIdea(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let (_, ideas) = try await host.voting(["One"])
            let (ines, jo) = (host.member("Ines"), host.member("Jo"))
            for (name, text) in [(ines, "First"), (jo, "Second"), (ines, "Third")] {
                _ = try await host.call(CommentOnIdea(idea: ideas[0], body: try Prose(wire: text)), as: name)
                host.clock.advance(by: Seconds(1))
            }
            let view = try await host.call(GetIdea(idea: ideas[0], limit: try PageLimit(wire: 2)), as: jo)
            #expect(view.comments.items.map(\.body.wire) == ["First", "Second"])
            #expect(view.comments.items.map(\.author) == [ines.member, jo.member])
            #expect(view.summary.comments == Tally(3))
            let rest = try await host.call(GetIdea(idea: ideas[0], after: view.comments.next), as: jo)
            #expect(rest.comments.items.map(\.body.wire) == ["Third"])
            #expect(try await host.published(CommentPosted.self).map(\.author) == [ines, jo, ines].map(\.member))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesWhatDoesNotExist(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            await #expect(throws: CommentOnIdea.Refusal.ideaUnknown) {
                try await host.call(CommentOnIdea(idea: host.nothing, body: .example), as: host.member("Ines"))
            }
        }
    }
}
