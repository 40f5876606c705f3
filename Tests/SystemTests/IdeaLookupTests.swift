import Contract
import Foundation
import FeedbackAPI
import Hosting
import IdeasAPI
import Models
import RPC
import Support
import Testing

@testable import Feedback
@testable import Ideas

/// Titles of ideas, asked for over a socket from the real service of ideas.
@Suite struct IdeaLookupTests {
    @Test func aKnownIdeaHasItsTitleAndAnUnknownOneHasNone() async throws {
        try await Self.withIdeas { idea, client in
            let titles = try await IdeaLookup.titles(of: [idea, .example, idea], from: client)
            #expect(titles == [idea: try Title(wire: "A folding rack")])
            #expect(try await IdeaLookup.titles(of: [], from: client).isEmpty)
        }
    }

    @Test func theReportNamesIdeasByTheirTitles() async throws {
        try await Self.withIdeas { idea, client in
            let report = try await Self.report(selected: [idea, .example], asking: client)
            #expect(report.selected.map(\.idea) == [idea, .example])
            #expect(report.selected.map(\.title?.wire) == ["A folding rack", nil])
        }
    }

    /// A service that is away is a failure of the lookup, and no failure of the report.
    @Test func whereNobodyCanBeAskedTheReportHasIdsInstead() async throws {
        var settings = ClientSettings()
        settings.patience = .zero
        let client = RPC.Client(path: "/tmp/ws-nobody-\(UInt32.random(in: 0...UInt32.max)).sock", settings: settings)
        await #expect(throws: ConnectionFailure.self) {
            try await IdeaLookup.titles(of: [.example], from: client)
        }
        let report = try await Self.report(selected: [.example], asking: client)
        #expect(report.selected.map(\.idea) == [.example])
        #expect(report.selected.map(\.title) == [nil])
        await client.close()
    }

    /// The service of ideas with one idea, behind a socket.
    private static func withIdeas(_ body: (Idea.ID, RPC.Client) async throws -> Void) async throws {
        try await Harness<IdeasService>.run(on: .sqlite) { host in
            let path = "/tmp/ws-ideas-\(UInt32.random(in: 0...UInt32.max)).sock"
            defer { try? FileManager.default.removeItem(atPath: path + ".lock") }
            var server = ServerSettings()
            server.mapError = { error, call in host.host.fault(for: error, in: call) }
            let listening = Server(router: try host.host.router(), settings: server)
            try await listening.start(on: [.path(try SocketPath(path))])
            var settings = ClientSettings()
            settings.authorization = { try await host.token(for: host.peer) }
            let client = RPC.Client(path: path, settings: settings)
            let outcome: Result<Void, any Error>
            do { outcome = .success(try await body(try await idea(on: host), client)) } catch {
                outcome = .failure(error)
            }
            await client.close()
            await listening.drain()
            try outcome.get()
        }
    }

    private static func idea(on host: Harness<IdeasService>) async throws -> Idea.ID {
        let start = host.clock.now
        let open = OpenCampaign(
            title: .example,
            brief: .example,
            phases: [
                PhaseWindow(.collecting, from: start, to: start + .hours(1)),
                PhaseWindow(.voting, from: start + .hours(1), to: start + .hours(2)),
                PhaseWindow(.deciding, from: start + .hours(2), to: start + .hours(3)),
            ],
            selection: SelectionRule(kind: .approvalCount),
            winners: .one
        )
        let campaign = try await host.call(open, as: host.staff()).campaign
        let submit = SubmitIdea(campaign: campaign, title: try Title(wire: "A folding rack"), body: .example)
        return try await host.call(submit, as: host.member("Ines")).idea
    }

    /// The report of a week in which these ideas were selected, in their order.
    private static func report(selected ideas: [Idea.ID], asking client: RPC.Client) async throws -> ReportFigures {
        var figures: ReportFigures?
        try await Harness<FeedbackService>.run(on: .sqlite, peers: Peers([IdeasInterface.service: client])) { host in
            for (index, idea) in ideas.enumerated() {
                let rank = try Quantity(wire: Int64(index + 1))
                let event = IdeaSelected(idea: idea, campaign: .example, author: nil, rank: rank)
                try await host.deliver(event, from: IdeasInterface.self)
            }
            host.clock.advance(by: .minutes(1))
            let week = Week(of: host.clock.now.day)
            figures = try await host.call(ReadWeeklyReport(week: week), as: host.staff()).figures
        }
        return try #require(figures)
    }
}
