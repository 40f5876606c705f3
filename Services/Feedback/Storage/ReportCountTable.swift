import Models
import TypedSQL

/// How much of each metric fell on each day, from the events of the other services. Every event is applied once, in
/// the transaction that moves the follower's cursor, so the table needs no ids of its own and is the same after any
/// rebuilding.
enum ReportCountTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE report_count (
            metric TEXT NOT NULL,
            day BIGINT NOT NULL,
            amount BIGINT NOT NULL,
            PRIMARY KEY (metric, day)
        )
        """
    ]

    static func add(_ amount: Int64, to metric: Metric, on day: Day) -> Statement {
        Statement(
            """
            INSERT INTO report_count (metric, day, amount) VALUES (\(metric), \(day.number), \(amount))
            ON CONFLICT (metric, day) DO UPDATE SET amount = report_count.amount + excluded.amount
            """
        )
    }

    static func week(_ monday: Day) -> Query<(metric: Metric, day: Int, amount: Int64)> {
        Query(
            """
            SELECT metric, day, amount FROM report_count
            WHERE metric IN \(list: Metric.allCases) AND day >= \(monday.number) AND day <= \(monday.number + 6)
            """
        ) { row in (try row.get("metric"), try row.get("day"), try row.get("amount")) }
    }

    /// The sum from the beginning to the day, inclusive.
    static func sum(_ metric: Metric, through day: Day) -> Query<Int64> {
        Query(
            """
            SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) AS total FROM report_count
            WHERE metric = \(metric) AND day <= \(day.number)
            """
        ) { row in try row.get("total") }
    }

    static let samples: [SQL] = [
        add(1, to: .ideaSubmitted, on: .example).sql, week(.example).sql, sum(.redeemed, through: .example).sql,
    ]
}
