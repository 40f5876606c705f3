import Hosting
@testable import Ideas
import IdeasAPI
import IdentityAPI
import Models
import Support
import Testing

@Suite struct SubmitIdeaTests {
    @Test(arguments: TestEngine.allCases)
    func keepsWhatWasSubmitted(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let campaign = try await host.open(Sample.campaign())
            let ines = host.member("Ines")
            let tags = [try Tag(wire: "refill"), try Tag(wire: "bottle")]
            let idea = SubmitIdea(
                campaign: campaign,
                title: .example,
                body: .example,
                tags: tags,
                cost: try Sample.euros(20)
            )
            let receipt = try await host.call(idea, as: ines)
            let view = try await host.call(GetIdea(idea: receipt.idea), as: host.member("Jo"))
            #expect(view.summary.author == ines.member)
            #expect(view.summary.tags == tags)
            #expect(view.summary.cost == (try Sample.euros(20)))
            #expect(view.summary.status == .open)
            #expect(view.body == .example)
            #expect(view.summary.submittedAt == receipt.submittedAt)
            let told = try await host.published(IdeaSubmitted.self)
            #expect(told.map(\.idea) == [receipt.idea])
            #expect(told.map(\.author) == [ines.member])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesInOrder(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let tag = try Tag(wire: "twice")
            var idea = SubmitIdea(campaign: host.nowhere, title: .example, body: .example, tags: [tag, tag])
            func refuses(_ refusal: SubmitIdea.Refusal, _ location: SourceLocation = #_sourceLocation) async {
                await #expect(throws: refusal, sourceLocation: location) {
                    try await host.call(idea, as: host.member("Ines"))
                }
            }
            await refuses(.campaignUnknown)
            var campaign = try Sample.campaign(.greedyByVotes)
            campaign.audience = Audience(customerTypes: [.leading])
            campaign.source = .imports
            campaign.phases = Sample.phases(from: Sample.start + .hours(1))
            idea.campaign = try await host.open(campaign)
            await refuses(.importsOnly)
            campaign.source = .members
            idea.campaign = try await host.open(campaign)
            await refuses(.notCollecting)
            host.clock.advance(by: .hours(1))
            await refuses(.notInAudience)
            let completed = ProfileCompleted(
                member: host.member("Ines").member,
                customerType: .leading,
                inviter: nil
            )
            try await host.deliver(completed, from: IdentityInterface.self)
            await refuses(.tooManyTags)
            idea.tags = nil
            await refuses(.costMissing)
            idea.cost = Money(amount: .example, currency: try Currency(wire: "PLN"))
            await refuses(.currencyDiffers)
            idea.cost = try Sample.euros(1)
            _ = try await host.call(idea, as: host.member("Ines"))
            host.clock.advance(by: .hours(1))
            await refuses(.notCollecting)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func tagsAreLimitedBySettings(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine, settings: ["WELLSPRING_IDEAS_TAGS": "1"]) { host in
            let campaign = try await host.open(Sample.campaign())
            var idea = SubmitIdea(campaign: campaign, title: .example, body: .example)
            idea.tags = [try Tag(wire: "one")]
            _ = try await host.call(idea, as: host.member("Ines"))
            idea.tags?.append(try Tag(wire: "two"))
            await #expect(throws: SubmitIdea.Refusal.tooManyTags) {
                try await host.call(idea, as: host.member("Ines"))
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func theSameCallTwiceIsOneIdea(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let campaign = try await host.open(Sample.campaign())
            let idea = SubmitIdea(campaign: campaign, title: .example, body: .example)
            let first = try await host.call(idea, as: host.member("Ines").once("k1"))
            #expect(try await host.call(idea, as: host.member("Ines").once("k1")) == first)
            #expect(try await host.call(ListIdeas(campaign: campaign), as: host.member("Jo")).items.count == 1)
        }
    }
}
