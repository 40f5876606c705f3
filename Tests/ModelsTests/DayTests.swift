import Contract
import FeedbackAPI
import Models
import Support
import Testing

@Suite struct DayTests {
    /// The rule of Gregory XIII., told in another way than the one under test.
    private func length(_ year: Int, _ month: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// A whole cycle of the calendar, day after day.
    @Test func fourHundredYearsAreCountedOff() throws {
        var (year, month, day) = (1900, 1, 1)
        var number = try Day(wire: "1900-01-01").number
        #expect(number == -25_567)
        let digits = (0...99).map { $0 < 10 ? "0\($0)" : "\($0)" }
        for _ in 0..<146_097 {
            let text = "\(digits[year / 100])\(digits[year % 100])-\(digits[month])-\(digits[day])"
            if Day(number: number).wire != text { Issue.record("\(text) is \(Day(number: number).wire)") }
            number += 1
            day += 1
            if day > length(year, month) { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect(year == 2300 && month == 1 && day == 1)
    }

    @Test func whatIsWrittenIsReadAgainAndSortsTheSame() throws {
        var random = SeededGenerator.printed()
        var last = Day.example
        for _ in 0..<2000 {
            let day = Day(number: Int.random(in: -719_162...2_932_896, using: &random))
            #expect(try Day(wire: day.wire) == day)
            #expect((day < last) == (day.number < last.number) && (day < last) == (day.wire < last.wire))
            #expect(day.start.day == day)
            last = day
        }
    }

    @Test(arguments: [
        "", "2026-02-29", "2026-2-01", "2026-02-1", "26-02-01", "2026-00-10", "2026-13-10", "2026-01-00", "2026-01-32",
        "2026-04-31", "0000-01-01", "10000-01-01", "2026-01-01 ", " 2026-01-01", "2026/01/01", "20260101",
        "2026-01-01T", "-026-01-01", "2100-02-29",
    ])
    func isRefused(text: String) {
        #expect(throws: InvalidValue.self) { try Day(wire: text) }
    }

    @Test func theEndsOfTheCalendar() {
        #expect(Day(number: .min).wire == "0001-01-01" && Day(number: .max).wire == "9999-12-31")
    }

    @Test func aWeekBeginsOnMonday() throws {
        // 1970-01-01 was a Thursday.
        #expect(Day(number: 0).monday.wire == "1969-12-29")
        #expect(try Day(wire: "2026-09-21").monday.wire == "2026-09-21")
        #expect(try Day(wire: "2026-09-27").monday.wire == "2026-09-21")
        for number in -1000...1000 {
            let monday = Day(number: number).monday
            #expect((0...6).contains(number - monday.number) && monday.monday == monday)
            #expect((monday.number + 3) % 7 == 0)
        }
    }

    /// The weeks of ISO 8601 follow one another without a gap, each with the year of its Thursday.
    @Test func weeksFollowOneAnother() throws {
        var random = SeededGenerator.printed()
        for _ in 0..<2000 {
            let day = Day(number: Int.random(in: -700_000...2_900_000, using: &random))
            let week = Week(of: day)
            #expect(try Week(wire: week.wire) == week)
            #expect(week.days.contains(day) && week.days.first == week.monday && week.days.last == week.sunday)
            #expect(Week(of: Day(number: day.number - 7)) == week.previous && week.previous < week)
            #expect(week.previous.end == week.start)
            #expect(week.wire.prefix(4) == week.days[3].wire.prefix(4))
        }
    }

    @Test(arguments: [
        ("2026-01-01", "2026-W01"), ("2027-01-01", "2026-W53"), ("2024-12-30", "2025-W01"), ("2020-12-31", "2020-W53"),
        ("2021-01-03", "2020-W53"), ("2021-01-04", "2021-W01"), ("2026-09-21", "2026-W39"),
    ])
    func weeksOfKnownDays(day: String, week: String) throws {
        #expect(try Week(of: Day(wire: day)).wire == week)
    }

    @Test(arguments: ["2026-W00", "2025-W53", "2026-W54", "2026-W1", "2026W01", "2026-w01", "2026-W-1", "0000-W01", ""])
    func weeksThatThereAreNot(text: String) {
        #expect(throws: InvalidValue.self) { try Week(wire: text) }
    }
}
