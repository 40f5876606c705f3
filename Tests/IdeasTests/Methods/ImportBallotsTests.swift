import Hosting
@testable import Ideas
import IdeasAPI
import Models
import Support
import Testing

@Suite struct ImportBallotsTests {
    @Test(arguments: TestEngine.allCases)
    func aBatchSentAgainChangesNothing(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let campaign = try await host.openImport()
            let ideas = ImportBallots(campaign: campaign, ideas: [try Self.idea("A"), try Self.idea("B")])
            #expect(try await host.call(ideas, as: host.backend()).ideasAdded == Tally(2))
            let again = try await host.call(ideas, as: host.backend())
            #expect((again.ideasAdded, again.ideasKnown) == (.zero, Tally(2)))
            #expect(try await host.published(IdeaSubmitted.self).map(\.author) == [nil, nil])
            host.move(to: .voting)
            let ballots = ImportBallots(
                campaign: campaign,
                ballots: [try Self.ballot("v1", ["A"]), try Self.ballot("v2", ["A", "B"])]
            )
            #expect(try await host.call(ballots, as: host.staff()).ballotsAdded == Tally(2))
            #expect(try await host.call(ballots, as: host.staff()).ballotsReplaced == Tally(2))
            let changed = ImportBallots(campaign: campaign, ballots: [try Self.ballot("v2", ["B"])])
            _ = try await host.call(changed, as: host.staff())
            host.move(to: .deciding)
            _ = try await host.call(SelectIdeas(campaign: campaign), as: host.staff())
            let result = try await host.call(GetResult(campaign: campaign), as: host.visitor)
            #expect(result.ballots == Tally(2))
            let votes = Dictionary(result.standings.items.map { ($0.external?.wire ?? "", $0.votes.agree.wire) }) {
                a,
                _ in a
            }
            #expect(votes == ["A": 1, "B": 1])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesInOrder(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine, settings: ["WELLSPRING_IDEAS_BATCH": "4"]) { host in
            let tag = try Tag(wire: "twice")
            var batch = ImportBallots(campaign: host.nowhere)
            func refuses(_ refusal: ImportBallots.Refusal, at location: SourceLocation = #_sourceLocation) async {
                await #expect(throws: refusal, sourceLocation: location) {
                    try await host.call(batch, as: host.staff())
                }
            }
            await refuses(.campaignUnknown)
            batch.campaign = try await host.open(Sample.campaign())
            await refuses(.membersOnly)
            batch.campaign = try await host.openImport(in: .hours(1))
            var idea = try Self.idea("A")
            idea.cost = nil
            idea.tags = [tag, tag]
            batch.ideas = Array(repeating: idea, count: 5)
            batch.ballots = [try Self.ballot("v1", ["Z", "Z", "Z"], pass: ["Z"])]
            await refuses(.notCollecting)
            host.clock.advance(by: .hours(1))
            await refuses(.notVoting)
            batch.ballots = nil
            await refuses(.batchTooLarge)
            batch.ideas = [idea, idea]
            await refuses(.externalTwice)
            batch.ideas = [idea]
            await refuses(.tooManyTags)
            batch.ideas?[0].tags = nil
            await refuses(.costMissing)
            batch.ideas?[0].cost = Money(amount: .example, currency: try Currency(wire: "PLN"))
            await refuses(.currencyDiffers)
            batch.ideas?[0].cost = try Sample.euros(1)
            _ = try await host.call(batch, as: host.staff())
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesBallotsInOrder(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            var batch = ImportBallots(campaign: try await host.openImport())
            func refuses(_ refusal: ImportBallots.Refusal, at location: SourceLocation = #_sourceLocation) async {
                await #expect(throws: refusal, sourceLocation: location) {
                    try await host.call(batch, as: host.staff())
                }
            }
            host.move(to: .voting)
            let flawed = try Self.ballot("v1", ["Z", "Z", "Z"], pass: ["Z"])
            batch.ballots = [flawed, flawed]
            await refuses(.ballotTwice)
            batch.ballots = [flawed]
            await refuses(.opinionsNotTaken)
            batch.ballots?[0].pass = nil
            await refuses(.ideaTwice)
            batch.ballots?[0].agree = try ["X", "Y", "Z"].map { try ExternalID(wire: $0) }
            await refuses(.tooManyChoices)
            batch.ballots?[0].agree = [try ExternalID(wire: "Z")]
            await refuses(.externalUnknown)
        }
    }

    /// A batch is taken whole or not at all.
    @Test(arguments: TestEngine.allCases)
    func nothingOfARefusedBatchRemains(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let campaign = try await host.openImport()
            let ideas = ImportBallots(campaign: campaign, ideas: [try Self.idea("A")])
            _ = try await host.call(ideas, as: host.staff())
            host.move(to: .voting)
            let ballots = [try Self.ballot("v1", ["A"]), try Self.ballot("v2", ["Z"])]
            await #expect(throws: ImportBallots.Refusal.externalUnknown) {
                try await host.call(ImportBallots(campaign: campaign, ballots: ballots), as: host.staff())
            }
            #expect(try await host.call(GetCampaign(campaign: campaign), as: host.visitor).ballots == .zero)
        }
    }

    static func idea(_ external: String) throws -> ImportedIdea {
        ImportedIdea(external: try ExternalID(wire: external), title: .example, cost: try Sample.euros(10))
    }

    static func ballot(_ pseudonym: String, _ agree: [String], pass: [String]? = nil) throws -> ImportedBallot {
        ImportedBallot(
            pseudonym: try Pseudonym(wire: pseudonym),
            agree: try agree.map { try ExternalID(wire: $0) },
            pass: try pass?.map { try ExternalID(wire: $0) }
        )
    }
}

extension Harness<IdeasService> {
    /// A campaign with a budget that is filled by import, at most two choices a ballot.
    func openImport(in delay: Seconds = Seconds(0)) async throws -> Campaign.ID {
        var campaign = try Sample.campaign(.greedyByVotes)
        campaign.source = .imports
        campaign.votes = VoteMode(kind: .approval, limit: try Quantity(wire: 2))
        campaign.phases = Sample.phases(from: clock.now + delay)
        return try await open(campaign)
    }
}
