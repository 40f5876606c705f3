import FeedbackAPI
import Hosting
import Models
import Support
import Testing
import TypedSQL

@testable import Feedback

/// The report reads counters, so its time does not grow with the events behind them.
struct ReportSpeedTests {
    /// What 100,000 events leave behind in a year: every metric on every day, 40,000 members, each active in a week or
    /// two, and 20,000 submissions.
    private static let past: [SQL] = [
        "INSERT INTO report_member (member, registered_at) \(numbers) SELECT 'mem_' || i, 1780000000000000 + i * 600000000 FROM number",
        "INSERT INTO report_activity (monday, member) \(numbers) SELECT 20717 - 7 * (i / 800), 'mem_' || i FROM number",
        """
        INSERT INTO submission (id, member, kind, channel, body, received_at, due_at, answered_at)
        \(numbers)
        SELECT 'fbk_' || i, 'mem_' || i, 'question', 'post', 'text', 1790000000000000 - i * 1200000000,
            1790000000000000 - i * 1200000000 + 172800000000,
            1790000000000000 - i * 1200000000 + 90000000000
        FROM number WHERE i <= 20000
        """,
    ]

    private static let numbers: SQL =
        "WITH RECURSIVE number (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM number WHERE i < 40000)"

    private static let counters: SQL = """
        INSERT INTO report_count (metric, day, amount)
        WITH RECURSIVE day (d) AS (SELECT CAST(0 AS BIGINT) UNION ALL SELECT d + 1 FROM day WHERE d < 365)
        SELECT m.name, 20717 - d, 10 FROM day CROSS JOIN (\(metrics)) AS m
        """

    private static var metrics: SQL {
        Metric.allCases.map { "SELECT CAST(\($0) AS TEXT) AS name" as SQL }.joined(separator: " UNION ALL ")
    }

    @Test(arguments: TestEngine.allCases)
    func takesLessThanASecond(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            _ = try await desk.host.context().write { work in
                for statement in Self.past + [Self.counters] { try work.run(Statement(statement)) }
            }
            desk.clock.set(Instant(microseconds: 1_790_000_000_000_000))
            let start = ContinuousClock.now
            let reply = try await desk.call(ReadWeeklyReport(format: .html), as: desk.staff())
            let time = ContinuousClock.now - start
            print("weekly report on \(engine): \(time)")
            #expect(time < .seconds(1))
            #expect(reply.text?.wire.contains("data-figure=\"ideas.submitted\">70<") == true)
        }
    }
}
