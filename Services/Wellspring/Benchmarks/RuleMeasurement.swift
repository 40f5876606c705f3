import Foundation
import Hosting
import Models
import Postgres
import RPC
import RewardsAPI
import TypedSQL

/// How fast rewards catches up with what another service has told while it was away, each event being held against fifty
/// rules of which none pays.
struct RuleMeasurement {
    let databases: PostgresDatabases
    let folder: String
    /// How many events are waiting.
    let events: Int
    private static let rules = 50

    func run(_ table: BenchTable) async throws {
        let result: Result<Void, any Error>
        do { result = .success(try await measure(table)) } catch { result = .failure(error) }
        try databases.drop()
        try? FileManager.default.removeItem(atPath: folder)
        try result.get()
    }

    private func measure(_ table: BenchTable) async throws {
        try await serving { try await define(with: $0) }
        try fill()
        let rate = try await serving { _ in try await follow() }
        table.add(
            "PostgreSQL, rewards follows a backlog of \(events) events with \(Self.rules) rules",
            "\(Int(rate)) events/s",
            command: LedgerMeasurement.command
        )
    }

    private func serving<T>(_ body: (Calling) async throws -> T) async throws -> T {
        let directory = DataDirectory(folder)
        let services = [ServiceName.identity, .ideas, .rewards]
        let community = try Community(directory, database: databases.url, services: services)
        let result: Result<T, any Error>
        do {
            try await community.start()
            let calling = try Calling(directory)
            result = .success(try await body(calling))
            await calling.close()
        } catch { result = .failure(error) }
        await community.stop()
        return try result.get()
    }

    private func define(with calling: Calling) async throws {
        let none = RuleCondition(about: .word, field: try FieldName(wire: "idea"), test: .isOneOf, values: ["none"])
        for number in 0..<Self.rules {
            _ = try await calling.call(
                DefineRule(
                    key: try RuleKey(wire: "measured-\(number)"),
                    title: try Title(wire: "Measured \(number)"),
                    event: .ideaSubmitted,
                    pays: .author,
                    amount: try PointAmount(wire: 1),
                    terms: RuleTerms(conditions: [none])
                )
            )
        }
    }

    private func fill() throws {
        let content =
            #"{"idea":"\#(Idea.ID.example)","campaign":"\#(Campaign.ID.example)","author":"\#(Member.ID.example)"}"#
        let now = WallClock.system.now().microseconds
        try runCommand(
            """
            INSERT INTO event_log (id, position, stamp, name, happened_at, content)
            SELECT 'evt_' || lpad(n::TEXT, 26, '0'), last + n, \(now) + n, 'ideas.ideaSubmitted', \(now) + n, '\(content)'
            FROM (SELECT COALESCE(MAX(position), 0) AS last FROM event_log) AS log, generate_series(1, \(events)) AS n
            """,
            url: databases.url(of: .ideas),
            limit: .seconds(300)
        )
    }

    /// From the first batch that is seen to the last, so that starting up is not counted.
    private func follow() async throws -> Double {
        let database = try Database.postgres(url: databases.url(of: .rewards), poolSize: 1)
        let position = Query<Int>("SELECT COALESCE(MAX(position), 0) FROM follower_cursor WHERE source = 'ideas'") {
            row in
            try row.get(0)
        }
        var first: (position: Int, at: ContinuousClock.Instant)?
        let patience = Patience(limit: .seconds(300), pause: .milliseconds(20))
        let rate = try await patience.wait(orElse: "The events were not followed") { () async throws -> Double? in
            let reached = try await database.read { try $0.one(position) }
            let now = ContinuousClock.now
            if reached >= events, let first {
                return Double(reached - first.position) / ((now - first.at) / .seconds(1))
            }
            if first == nil, reached > 0 { first = (reached, now) }
            return nil
        }
        await database.close()
        return rate
    }
}
