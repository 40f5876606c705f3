import FeedbackAPI
import Hosting
import Models
import RPC

/// The report of this week, as a page, once every award has reached it.
struct WeeklyReportMeasurement {
    let calling: Calling
    /// Events arrive with a delay of their own, which is no part of the figure.
    private static let patience = Duration.seconds(300)

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
        let end = ContinuousClock.now + Self.patience
        while ContinuousClock.now < end {
            let figures = try await calling.call(request).figures?.figures ?? []
            if figures.contains(where: { $0.name == .pointsAwarded && Int($0.value.wire) >= count }) { return }
            // Outside of what is measured: until feedback has followed the events, which no call waits for.
            try await Task.sleep(for: .milliseconds(500))
        }
        throw CommandProblem("The awards did not reach the report within \(Self.patience).", code: 69)
    }
}
