import FeedbackAPI
import Foundation
import Hosting
import IdeasAPI
import Models
import RPC
import RewardsAPI

/// The services on one engine: durable awards, the weekly report over what the awards have told, and a selection.
struct ServiceMeasurement {
    let options: ServicesOptions
    /// Nil for SQLite.
    let databases: PostgresDatabases?
    let name: String

    /// - Parameter database: a PostgreSQL server; what is on it already is left alone.
    init(_ options: ServicesOptions, database: String?) {
        self.options = options
        let process = ProcessInfo.processInfo.processIdentifier
        databases = database.map { PostgresDatabases(url: $0).named("wellspring_bench_\(process)") }
        name = database == nil ? "SQLite" : "PostgreSQL"
    }

    func run(_ table: BenchTable) async throws {
        let directory = DataDirectory("/tmp/ws-bench-\(ProcessInfo.processInfo.processIdentifier)-\(name)")
        defer { try? FileManager.default.removeItem(atPath: directory.path) }
        let community = try Community(directory, database: databases?.url)
        let result: Result<Void, any Error>
        do {
            try await community.start()
            result = .success(try await measure(try Calling(directory), table))
        } catch { result = .failure(error) }
        await community.stop()
        try databases?.drop()
        try result.get()
    }

    private func measure(_ calling: Calling, _ table: BenchTable) async throws {
        let load = AwardLoad(calling: calling, seconds: options.seconds, events: options.events)
        let made = try await load.run()
        table.add(
            "durable awards on \(name), \(AwardLoad.width) calls in flight",
            "\(Int(Double(made.count) / made.seconds)) awards/s (\(made.count) in all)",
            command: command
        )
        let report = try await WeeklyReportMeasurement(calling: calling).run(over: made.count)
        table.add("weekly report as HTML on \(name), over \(made.count) events", "\(report) ms", command: command)
        if let election = options.election { try await select(election, calling, table) }
        await calling.close()
    }

    private func select(_ path: String, _ calling: Calling, _ table: BenchTable) async throws {
        let election = try Reading.file(path) { try PabulibElection(parsing: $0) }
        let currency = try Currency(wire: "PLN")
        let open = try election.campaign(opening: WallClock.system.now() - Seconds(60), currency: currency)
        let took = try await Importing(calling: calling, isQuiet: true)
            .timedSelection(open, ideas: election.ideas(currency: currency), ballots: election.approvals())
        let ballots = election.ballots.count
        table.add(
            "import of \(ballots) ballots on \(name)",
            "\(took.importing) ms",
            command: "\(command) --election FILE"
        )
        table.add(
            "ideas.select on \(name), over \(ballots) ballots for \(election.projects.count) projects",
            "\(took.selecting) ms",
            command: "\(command) --election FILE"
        )
    }

    private var command: String { databases == nil ? "services" : "services --database URL" }
}
