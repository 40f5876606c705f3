import Hosting
@testable import Ideas
import IdeasAPI
import Models
import Support
import Testing

/// Real elections and conversations through the service, on both engines.
@Suite(.enabled(if: SharedData.isThere, "the real data is not here; set WELLSPRING_SHARED"))
struct ImportDataTests {
    /// The largest electorate, and the largest ballots: 8,653 voters with one choice, 6,672 with up to fifteen.
    @Test(
        arguments: TestEngine.allCases,
        ["poland_wroclaw_2017_rejon-nr-6-250", "poland_warszawa_2022_ursynow", "poland_zabrze_2020_biskupice"]
    )
    func aRealElectionEndsAsItDid(engine: TestEngine, name: String) async throws {
        let election = try PabulibDataTests.election(name)
        let currency = try Currency(wire: "PLN")
        try await Harness<IdeasService>.run(on: engine) { host in
            let campaign = try await host.open(election.campaign(opening: host.clock.now, currency: currency))
            let begin = ContinuousClock.now
            try await host.bring(try election.ideas(currency: currency), try election.approvals(), into: campaign)
            let imported = ContinuousClock.now
            _ = try await host.call(SelectIdeas(campaign: campaign), as: host.staff())
            print("\(name) on \(engine): import \(imported - begin), selection \(ContinuousClock.now - imported)")
            let result = try await host.call(
                GetResult(campaign: campaign, limit: try PageLimit(wire: 500)),
                as: host.visitor
            )
            let winners = Set(result.standings.items.filter { $0.outcome == .selected }.compactMap(\.external?.wire))
            let official = election.projects.filter { $0.isSelected == true }.map(\.id)
            #expect(winners == Set(official.isEmpty ? ["P0050"] : official))
            #expect(result.ballots == Tally(election.ballots.count))
            for standing in result.standings.items {
                let project = try #require(election.projects.first { $0.id == standing.external?.wire })
                #expect(standing.votes.agree.wire == project.votes)
            }
        }
    }

    /// Totals are those of the effective votes: one a voter and statement. How they differ from the export is in
    /// `PolisDataTests`.
    @Test(arguments: TestEngine.allCases, PolisDataTests.conversations.keys.sorted())
    func aRealConversationKeepsItsTotals(engine: TestEngine, name: String) async throws {
        let conversation = try PolisDataTests.conversation(name)
        let expected = PolisDataTests.totals(conversation.effectiveVotes)
        try await Harness<IdeasService>.run(on: engine) { host in
            let campaign = try await host.open(
                conversation.campaign(title: .example, brief: .example, opening: host.clock.now, winners: .one)
            )
            let ideas = try conversation.ideas()
            try await host.bring(ideas, try conversation.ballots(), into: campaign)
            let list = ListIdeas(campaign: campaign, limit: try PageLimit(wire: 500))
            let items = try await host.call(list, as: host.member("Jo")).items
            #expect(items.count == ideas.count)
            for item in items {
                let totals = expected[item.external?.wire ?? ""]
                #expect(item.votes?.agree.wire == Int64(totals?.agrees ?? 0))
                #expect(item.votes?.disagree.wire == Int64(totals?.disagrees ?? 0))
            }
        }
    }
}

extension Harness<IdeasService> {
    /// The whole import, phase by phase, up to the deciding phase.
    func bring(_ ideas: [ImportedIdea], _ ballots: [ImportedBallot], into campaign: Campaign.ID) async throws {
        for batch in ImportBallots.calls(ideas, to: campaign) { _ = try await call(batch, as: backend()) }
        _ = try await call(ClosePhase(campaign: campaign, phase: .collecting), as: backend())
        for batch in ImportBallots.calls(ballots, to: campaign) { _ = try await call(batch, as: backend()) }
        _ = try await call(ClosePhase(campaign: campaign, phase: .voting), as: backend())
    }
}
