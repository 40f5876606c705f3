import FeedbackAPI
import Hosting
import Models
import RPC

/// The report of this week, as a page, once every award has reached it.
struct WeeklyReportMeasurement {
    let calling: Calling
    /// Events arrive with a delay of their own, which is no part of the figure.
    private static let patience = Patience(limit: .seconds(300), pause: .milliseconds(500))

    /// - Returns: milliseconds.
    func run(over count: Int) async throws -> Int {
        let week = Week(of: WallClock.system.now().day)
        try await waitForAwards(count, week)
        let began = ContinuousClock.now
        _ = try await calling.call(ReadWeeklyReport(week: week, format: .html))
        return Int((ContinuousClock.now - began) / .milliseconds(1))
    }

    private func waitForAwards(_ count: Int, _ week: Week) async throws {
        let request = ReadWeeklyReport(week: week, format: .json)
        try await Self.patience.wait(orElse: "The awards did not reach the report") {
            let figures = try await calling.call(request).figures?.figures ?? []
            return figures.contains { $0.name == .pointsAwarded && Int($0.value.wire) >= count } ? () : nil
        }
    }
}
