import Hosting
@testable import Ideas
import IdeasAPI
import IdentityAPI
import Models
import Support
import Testing

@Suite struct CastBallotTests {
    @Test(arguments: TestEngine.allCases)
    func aBallotReplacesTheEarlierOne(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let (campaign, ideas) = try await host.voting(["One", "Two", "Three"])
            let ines = host.member("Ines")
            let first = try await host.call(CastBallot(campaign: campaign, ideas: [ideas[0], ideas[1]]), as: ines)
            #expect(first.isFirst)
            let second = try await host.call(CastBallot(campaign: campaign, ideas: [ideas[2]]), as: ines)
            #expect(!second.isFirst)
            #expect(second.ballot.pseudonym == first.ballot.pseudonym)
            let own = try await host.call(GetCampaign(campaign: campaign), as: ines)
            #expect(own.ownBallot == second.ballot)
            #expect(own.ballots == Tally(1))
            #expect(try await host.call(GetCampaign(campaign: campaign), as: host.member("Jo")).ownBallot == nil)
            #expect(try await host.published(BallotCast.self).map(\.isFirst) == [true, false])
            host.move(to: .reviewing)
            let items = try await host.call(ListIdeas(campaign: campaign), as: ines).items
            #expect(items.map { $0.votes?.agree.wire } == [1, 0, 0])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func anEmptyBallotTakesEverythingBack(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let (campaign, ideas) = try await host.voting(["One"])
            try await host.vote(ideas, in: campaign, as: "Ines")
            try await host.vote([], in: campaign, as: "Ines")
            host.move(to: .reviewing)
            let view = try await host.call(GetIdea(idea: ideas[0]), as: host.member("Ines"))
            #expect(view.summary.votes == VoteTotals.none)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func opinionsAreKeptApart(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            var sample = try Sample.campaign()
            sample.votes = VoteMode(kind: .opinion)
            let (campaign, ideas) = try await host.voting(["One", "Two", "Three"], sample)
            let ballot = CastBallot(campaign: campaign, ideas: [ideas[0]], pass: [ideas[1]], disagree: [ideas[2]])
            _ = try await host.call(ballot, as: host.member("Ines"))
            host.move(to: .reviewing)
            let items = try await host.call(ListIdeas(campaign: campaign), as: host.member("Jo")).items
            #expect(items.reversed().map { $0.votes?.agree.wire } == [1, 0, 0])
            #expect(items.reversed().map { $0.votes?.pass.wire } == [0, 1, 0])
            #expect(items.reversed().map { $0.votes?.disagree.wire } == [0, 0, 1])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesInOrder(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            var sample = try Sample.campaign()
            sample.source = .imports
            sample.audience = Audience(roles: [.advocate])
            sample.votes = VoteMode(kind: .approval, limit: .one)
            let idea = host.nothing
            var ballot = CastBallot(campaign: host.nowhere, ideas: [idea, idea], pass: [idea])
            func refuses(
                _ refusal: CastBallot.Refusal,
                as roles: Set<Role> = [],
                at location: SourceLocation = #_sourceLocation
            )
                async
            {
                await #expect(throws: refusal, sourceLocation: location) {
                    try await host.call(ballot, as: host.member("Ines", roles: roles))
                }
            }
            await refuses(.campaignUnknown, as: [.moderator])
            ballot.campaign = try await host.open(sample)
            await refuses(.importsOnly, as: [.moderator])
            sample.source = nil
            ballot.campaign = try await host.open(sample)
            await refuses(.notVoting, as: [.moderator])
            host.move(to: .voting)
            await refuses(.staffMayNotVote, as: [.moderator])
            await refuses(.notInAudience)
            await refuses(.opinionsNotTaken, as: [.advocate])
            ballot.pass = nil
            await refuses(.ideaTwice, as: [.advocate])
            ballot.ideas = [idea, .example]
            await refuses(.tooManyChoices, as: [.advocate])
            ballot.ideas = [idea]
            await refuses(.ideaUnknown, as: [.advocate])
            host.move(to: .reviewing)
            await refuses(.notVoting, as: [.advocate])
        }
    }

    /// An idea of another campaign answers as one that does not exist.
    @Test(arguments: TestEngine.allCases)
    func anIdeaOfAnotherCampaignIsUnknown(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let other = try await host.open(Sample.campaign())
            let stranger = try await host.submit("Elsewhere", to: other, as: "Ines")
            let (campaign, _) = try await host.voting(["One"])
            await #expect(throws: CastBallot.Refusal.ideaUnknown) {
                try await host.call(CastBallot(campaign: campaign, ideas: [stranger]), as: host.member("Jo"))
            }
        }
    }

    /// A backend that acts for a member brings no roles; who is staff stays staff.
    @Test(arguments: TestEngine.allCases)
    func staffDoesNotVoteThroughABackendEither(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let (campaign, ideas) = try await host.voting(["One"])
            let mara = host.member("Mara").member
            let granted = RoleGranted(member: mara, role: .manager, by: .example)
            try await host.deliver(granted, from: IdentityInterface.self)
            await #expect(throws: CastBallot.Refusal.staffMayNotVote) {
                try await host.call(CastBallot(campaign: campaign, ideas: ideas), as: host.backend().acting(for: mara))
            }
            let jo = host.member("Jo").member
            _ = try await host.call(CastBallot(campaign: campaign, ideas: ideas), as: host.backend().acting(for: jo))
        }
    }

    /// Ten calls at once are one voter with one ballot.
    @Test(arguments: TestEngine.allCases)
    func aRaceOfOneVoterIsOneBallot(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let (campaign, ideas) = try await host.voting(["One", "Two"])
            let casts = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<10 {
                    group.addTask {
                        let ballot = CastBallot(campaign: campaign, ideas: [ideas[number % 2]])
                        return (try? await host.call(ballot, as: host.member("Ines"))) != nil
                    }
                }
                return await group.reduce(into: 0) { count, isDone in count += isDone ? 1 : 0 }
            }
            #expect(casts > 0)
            host.move(to: .reviewing)
            let items = try await host.call(ListIdeas(campaign: campaign), as: host.member("Jo")).items
            #expect(items.compactMap { $0.votes?.agree.wire }.reduce(0, +) == 1)
            #expect(try await host.published(BallotCast.self).filter(\.isFirst).count == 1)
        }
    }
}
