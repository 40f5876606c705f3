import Foundation
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

// Days, weeks and months are those of UTC, whatever clocks on walls do; an independent calendar has to agree.

/// Moments at which calendars go wrong: ends of months and years, leap days, changes of the clock, and the microsecond
/// before each.
enum Edges {
    static let days = [
        "2024-02-28", "2024-02-29", "2024-03-01", "2024-03-10", "2024-03-31", "2024-04-30", "2024-05-01", "2024-10-27",
        "2024-11-03", "2024-12-29", "2024-12-30", "2024-12-31", "2025-01-01", "2025-02-28", "2025-03-01", "2025-03-30",
        "2026-12-31", "2027-01-01", "2028-02-29", "2100-02-28", "2100-03-01",
    ]

    /// Midnight, one and two o'clock, at which summer time begins and ends in Europe and in America, and just before.
    static func moments() throws -> [Instant] {
        try days.flatMap { day in
            try ([0, 1, 2, 6, 7] as [Int64]).flatMap { hour -> [Instant] in
                let moment = try Day(wire: day).start + .hours(hour)
                return [Instant(microseconds: moment.microseconds - 1), moment]
            }
        }
    }
}

/// What Foundation makes of a moment, in weeks that begin on Monday.
private struct Oracle {
    private let calendar: Calendar = {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = .gmt
        return calendar
    }()

    func start(of unit: Calendar.Component, at moment: Instant) -> String? {
        // Whole seconds, rounded down: a Double would not hold the microsecond.
        let seconds = (Double(moment.microseconds) / 1e6).rounded(.down)
        let exact = seconds * 1e6 > Double(moment.microseconds) ? seconds - 1 : seconds
        guard let start = calendar.dateInterval(of: unit, for: Date(timeIntervalSince1970: exact))?.start else {
            return nil
        }
        let parts = calendar.dateComponents([.year, .month, .day], from: start)
        return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
    }
}

@Test func periodsBeginWhereTheCalendarSays() throws {
    var generator = SeededGenerator.printed()
    let range =
        try Instant(wire: "1990-01-01T00:00:00Z").microseconds...Instant(wire: "2110-01-01T00:00:00Z").microseconds
    let random = (0..<5000).map { _ in Instant(microseconds: .random(in: range, using: &generator)) }
    let oracle = Oracle()
    for moment in try Edges.moments() + random {
        let units: [(LimitPeriod, Calendar.Component)] = [(.day, .day), (.week, .weekOfYear), (.month, .month)]
        for (period, unit) in units {
            #expect(period.start(of: moment).wire == oracle.start(of: unit, at: moment), "\(period) of \(moment.wire)")
        }
    }
}

@Test func capsCountInThePeriodsOfTheCalendar() throws {
    let two = try Quantity(wire: 2)
    let rule = EarningRule(
        id: .example,
        key: .example,
        version: .first,
        title: .example,
        event: .ideaSubmitted,
        pays: .author,
        amount: .example,
        perDay: two,
        from: .example,
        until: nil,
        terms: RuleTerms(perWeek: two, perMonth: two)
    )
    let oracle = Oracle()
    for moment in try Edges.moments() {
        let source = Movement.Source(event: .example, at: moment)
        let stretches = rule.caps(for: Earning(.ideaSubmitted, [:], source: source, campaign: nil)).map(\.stretch)
        let day = try #require(oracle.start(of: .day, at: moment))
        let week = try #require(oracle.start(of: .weekOfYear, at: moment))
        #expect(stretches == ["day \(day)", "week \(week)", "month \(day.prefix(7))"])
    }
}
