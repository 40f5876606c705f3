import Hosting
@testable import Ideas
import IdeasAPI
import Models
import Support
import Testing
import TypedSQL

@Suite struct SelectIdeasTests {
    @Test(arguments: TestEngine.allCases)
    func decidesByTheSealedRuleOnce(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let (campaign, ideas) = try await host.voting(["One", "Two", "Three"])
            try await host.vote([ideas[1], ideas[2]], in: campaign, as: "Ines")
            try await host.vote([ideas[2]], in: campaign, as: "Jo")
            host.move(to: .deciding)
            let receipt = try await host.call(SelectIdeas(campaign: campaign), as: host.staff())
            #expect(receipt.winners == [ideas[2], ideas[1]])
            let selected = try await host.published(IdeaSelected.self)
            #expect(selected.map(\.idea) == receipt.winners)
            #expect(selected.map(\.rank.wire) == [1, 2])
            #expect(selected.map(\.author) == [host.member("Author 2").member, host.member("Author 1").member])
            let decided = try await host.published(CampaignDecided.self)
            #expect(decided.map(\.result) == [receipt.result])
            #expect(decided.map(\.seal) == [receipt.seal])
            await #expect(throws: SelectIdeas.Refusal.alreadyDecided) {
                try await host.call(SelectIdeas(campaign: campaign), as: host.staff())
            }
        }
    }

    /// Nobody, not even the operator, can tell afterwards who cast which ballot.
    @Test(arguments: TestEngine.allCases)
    func forgetsWhoVoted(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let (campaign, ideas) = try await host.voting(["One"])
            try await host.vote(ideas, in: campaign, as: "Ines")
            host.move(to: .deciding)
            _ = try await host.call(SelectIdeas(campaign: campaign), as: host.staff())
            let ines = host.member("Ines").member
            let link = try await host.read { tx in try tx.first(VoterTable.find(ines, in: campaign)) }
            #expect(link == nil)
            let view = try await host.call(GetCampaign(campaign: campaign), as: host.member("Ines"))
            #expect(view.ownBallot == nil)
            #expect(view.ballots == Tally(1))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesInOrder(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            await #expect(throws: SelectIdeas.Refusal.campaignUnknown) {
                try await host.call(SelectIdeas(campaign: host.nowhere), as: host.staff())
            }
            let (campaign, _) = try await host.voting(["One"])
            try await host.tamper(with: campaign)
            await #expect(throws: SelectIdeas.Refusal.notDeciding) {
                try await host.call(SelectIdeas(campaign: campaign), as: host.staff())
            }
            host.move(to: .deciding)
            await #expect(throws: SelectIdeas.Refusal.sealBroken) {
                try await host.call(SelectIdeas(campaign: campaign), as: host.staff())
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aLateDecisionIsStillMade(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let (campaign, ideas) = try await host.voting(["One"])
            try await host.vote(ideas, in: campaign, as: "Ines")
            host.clock.advance(by: .days(30))
            #expect(try await host.call(GetCampaign(campaign: campaign), as: host.visitor).stage == .overdue)
            #expect(try await host.call(SelectIdeas(campaign: campaign), as: host.staff()).winners == ideas)
            #expect(try await host.call(GetCampaign(campaign: campaign), as: host.visitor).stage == .decided)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aRaceDecidesOnce(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let (campaign, ideas) = try await host.voting(["One"])
            try await host.vote(ideas, in: campaign, as: "Ines")
            host.move(to: .deciding)
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<6 {
                    group.addTask { _ = try? await host.call(SelectIdeas(campaign: campaign), as: host.staff()) }
                }
            }
            #expect(try await host.published(CampaignDecided.self).count == 1)
            #expect(try await host.published(IdeaSelected.self).count == 1)
        }
    }
}

extension Harness<IdeasService> {
    /// What somebody with the database's password could do: more winners than were sealed.
    func tamper(with campaign: Campaign.ID) async throws {
        var changed = CampaignProtocol(try Sample.campaign())
        changed.winners = try Quantity(wire: 9)
        let text = try changed.canonicalText
        _ = try await host.database.write { tx in
            try tx.run(Statement("UPDATE campaign SET protocol = \(text) WHERE id = \(campaign)"))
        }
    }
}
