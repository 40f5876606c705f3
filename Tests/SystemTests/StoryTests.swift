import Foundation
import Support
import Testing

@testable import Wellspring

/// The demonstration's story is the product's: it runs here on both engines, with four real processes and sockets.
@Suite(.serialized) struct StoryTests {
    @Test(arguments: TestEngine.allCases) func isToldFromInvitationToReport(engine: TestEngine) async throws {
        try await TemporaryCommunity.run(on: engine, extra: [.identity: ["WELLSPRING_IDENTITY_ONBOARDING_PACE": "0"]]) {
            community in
            let calling = try Calling(community.directory)
            let story = Story(calling: calling, narrator: Narrator { _ in })
            try await story.tell()
            let html = try await story.weeklyReport()
            #expect(
                html.contains("Seals that can be changed without tools"),
                "the report names the winner by its title"
            )
            #expect(html.hasPrefix("<!DOCTYPE html>"))
            await calling.close()
        }
    }
}
