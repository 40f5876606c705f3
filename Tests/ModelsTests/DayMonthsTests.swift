import Models
import Testing

/// Month ends and leap days: the last day of a month that is too short stands for the day that it has not.
@Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2028-02-29", 12, "2029-02-28"),
    ("2028-02-29", 48, "2032-02-29"), ("2026-03-31", -1, "2026-02-28"), ("2026-12-15", 1, "2027-01-15"),
    ("2026-01-15", -1, "2025-12-15"), ("2026-05-31", 6, "2026-11-30"), ("2026-05-30", 0, "2026-05-30"),
    ("2100-01-30", 1, "2100-02-28"), ("2000-01-30", 1, "2000-02-29"),
])
func monthsAreAdded(from: String, months: Int, expected: String) throws {
    #expect(try Day(wire: from).adding(months: months).wire == expected)
}

@Test func monthsStopAtTheEndOfTheCalendar() throws {
    #expect(try Day(wire: "9999-12-31").adding(months: 1).wire == "9999-12-31")
    #expect(try Day(wire: "0001-01-01").adding(months: -1).wire == "0001-01-01")
}

/// A later day never ends up before an earlier one.
@Test func monthsKeepTheOrderOfDays() throws {
    let start = try Day(wire: "2027-12-01").number
    for months in [1, 2, 11, 12, 13] {
        for number in start..<start + 800 {
            #expect(Day(number: number).adding(months: months) <= Day(number: number + 1).adding(months: months))
        }
    }
}
