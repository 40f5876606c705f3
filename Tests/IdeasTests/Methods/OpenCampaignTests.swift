import Hosting
@testable import Ideas
import IdeasAPI
import Models
import RPC
import Support
import Testing

@Suite struct OpenCampaignTests {
    @Test(arguments: TestEngine.allCases)
    func sealsThePublishedProtocol(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let campaign = try Sample.campaign()
            let receipt = try await host.call(campaign, as: host.staff())
            #expect(receipt.openedAt == host.clock.now)
            let view = try await host.call(GetCampaign(campaign: receipt.campaign), as: host.visitor)
            #expect(view.protocol == CampaignProtocol(campaign))
            #expect(try Seal.digest(view.protocol.canonicalText) == receipt.seal)
            #expect(view.seal == receipt.seal)
            let told = try await host.published(CampaignOpened.self)
            #expect(told.map(\.campaign) == [receipt.campaign])
            #expect(told.map(\.seal) == [receipt.seal])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aReferenceOpensOnce(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            var campaign = try Sample.campaign()
            campaign.reference = try ExternalID(wire: "spring-2026")
            let first = try await host.call(campaign, as: host.staff())
            host.clock.advance(by: .days(2))
            #expect(try await host.call(campaign, as: host.backend()) == first)
            #expect(try await host.published(CampaignOpened.self).count == 1)
            campaign.winners = .one
            await #expect(throws: OpenCampaign.Refusal.sealed) { try await host.call(campaign, as: host.staff()) }
        }
    }

    /// Each refusal, from a campaign that has this and every later flaw.
    @Test(arguments: TestEngine.allCases)
    func refusesInOrder(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            var campaign = try Sample.campaign(.greedyByVotes)
            campaign.reference = try ExternalID(wire: "known")
            _ = try await host.call(campaign, as: host.staff())
            let anchor = ScaleAnchor(grade: .example, meaning: .example)
            campaign.audience = Audience(roles: [])
            campaign.phases = Sample.phases([.deciding, .collecting], from: Sample.start - .days(1))
            campaign.criteria = []
            campaign.budget = nil
            campaign.selection.voteShare = .example
            try await host.refuses(campaign, .sealed)
            campaign.reference = nil
            try await host.refuses(campaign, .audienceEmpty)
            campaign.audience = nil
            try await host.refuses(campaign, .phaseMissing)
            campaign.phases = Sample.phases([.voting, .collecting, .deciding], from: Sample.start - .days(1))
            try await host.refuses(campaign, .phasesOutOfOrder)
            campaign.phases = Sample.phases(from: Sample.start - .days(1))
            try await host.refuses(campaign, .phasesOver)
            campaign.phases = Sample.phases()
            try await host.refuses(campaign, .criteriaMissing)
            campaign.criteria = [Criterion.standard[0], Criterion.standard[0]]
            campaign.criteria?[0].anchors = [anchor, anchor]
            try await host.refuses(campaign, .criterionTwice)
            campaign.criteria?[1] = Criterion.standard[1]
            try await host.refuses(campaign, .anchorTwice)
            campaign.criteria = nil
            try await host.refuses(campaign, .budgetMissing)
            campaign.selection.kind = .approvalCount
            try await host.refuses(campaign, .winnersMissing)
            campaign.winners = .one
            try await host.refuses(campaign, .voteShareMissing)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func onlyStaffOpens(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let campaign = try Sample.campaign()
            for caller in [
                host.member("Ines"), host.expert("Emil"), host.backend(scopes: ["ideas:write"]), host.visitor,
            ] {
                await #expect(throws: Fault.self) { try await host.call(campaign, as: caller) }
            }
        }
    }
}

extension Harness<IdeasService> {
    func refuses(
        _ campaign: OpenCampaign,
        _ refusal: OpenCampaign.Refusal,
        location: SourceLocation = #_sourceLocation
    ) async throws {
        await #expect(throws: refusal, sourceLocation: location) { try await call(campaign, as: staff()) }
    }
}
