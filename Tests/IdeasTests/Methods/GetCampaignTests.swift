import Hosting
@testable import Ideas
import IdeasAPI
import Models
import Support
import Testing

@Suite struct GetCampaignTests {
    @Test(arguments: TestEngine.allCases)
    func showsWhereItStands(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let (campaign, ideas) = try await host.voting(["One", "Two"])
            try await host.vote([ideas[0]], in: campaign, as: "Ines")
            let get = GetCampaign(campaign: campaign)
            let voting = try await host.call(get, as: host.visitor)
            #expect((voting.stage, voting.ideas, voting.ballots) == (.voting, Tally(2), Tally(1)))
            #expect(voting.result == nil && voting.decidedAt == nil && voting.ownBallot == nil)
            host.move(to: .deciding)
            let receipt = try await host.call(SelectIdeas(campaign: campaign), as: host.staff())
            let decided = try await host.call(get, as: host.visitor)
            #expect(decided.stage == .decided)
            #expect(decided.result == receipt.result)
            #expect(decided.decidedAt == receipt.decidedAt)
        }
    }

    /// A ballot is shown to its voter and to nobody else, whatever their role.
    @Test(arguments: TestEngine.allCases)
    func aBallotIsItsVotersOwn(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let (campaign, ideas) = try await host.voting(["One"])
            try await host.vote(ideas, in: campaign, as: "Ines")
            let get = GetCampaign(campaign: campaign)
            #expect(try await host.call(get, as: host.member("Ines")).ownBallot?.agree == ideas)
            for caller in [host.member("Jo"), host.staff(), host.backend(), host.visitor] {
                #expect(try await host.call(get, as: caller).ownBallot == nil)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesWhatDoesNotExist(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            await #expect(throws: GetCampaign.Refusal.campaignUnknown) {
                try await host.call(GetCampaign(campaign: host.nowhere), as: host.visitor)
            }
        }
    }
}
