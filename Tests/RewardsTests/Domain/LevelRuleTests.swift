import Models
import RewardsAPI
import Testing

@testable import Rewards

private func day(_ text: String) throws -> Day { try Day(wire: text) }

private func terms(_ key: String, _ points: Int64, _ contributions: Int64) throws -> LevelTerms {
    LevelTerms(
        key: try LevelKey(wire: key),
        title: .example,
        points: try Count(wire: points),
        contributions: try Count(wire: contributions),
        privileges: [try Privilege(wire: "\(key)-door")]
    )
}

private func programme(
    _ downgrade: DowngradePolicy,
    months: Int64 = 12,
    grace: Int64 = 0
) throws -> LevelProgramme {
    LevelProgramme(
        version: .first,
        levels: [try terms("bronze", 10, 1), try terms("silver", 20, 2), try terms("gold", 30, 3)],
        contributions: [.ideaSubmitted],
        period: try Months(wire: months),
        grace: try DayCount(wire: grace),
        downgrade: downgrade,
        notice: .zero,
        from: try day("2026-01-01")
    )
}

private func rule(_ programme: LevelProgramme, _ entries: [(String, Int64, Int64)]) throws -> LevelRule {
    LevelRule(programme, try entries.map { Activity(day: try day($0.0), points: $0.1, contributions: $0.2) })
}

/// Each case: what was done, the date, and the level that follows, 0 for the lowest.
private struct Case: CustomTestStringConvertible {
    let name: String
    let policy: DowngradePolicy
    var months: Int64 = 12
    var grace: Int64 = 0
    let entries: [(String, Int64, Int64)]
    let on: String
    let level: Int
    var testDescription: String { name }
}

private let cases = [
    Case(name: "nothing done", policy: .full, entries: [], on: "2026-05-05", level: -1),
    Case(name: "the very day", policy: .full, entries: [("2026-05-05", 10, 1)], on: "2026-05-05", level: 0),
    Case(name: "the day before", policy: .full, entries: [("2026-05-05", 10, 1)], on: "2026-05-04", level: -1),
    Case(name: "points alone", policy: .full, entries: [("2026-05-05", 99, 0)], on: "2026-05-05", level: -1),
    Case(name: "contributions alone", policy: .full, entries: [("2026-05-05", 9, 9)], on: "2026-05-05", level: -1),
    Case(name: "the lesser decides", policy: .full, entries: [("2026-05-05", 99, 2)], on: "2026-05-05", level: 1),
    Case(
        name: "they add up",
        policy: .full,
        entries: [("2026-01-01", 10, 1), ("2026-12-31", 20, 2)],
        on: "2026-12-31",
        level: 2
    ),
    Case(name: "last day of a year", policy: .full, entries: [("2026-05-05", 30, 3)], on: "2027-05-04", level: 2),
    Case(name: "a year later", policy: .full, entries: [("2026-05-05", 30, 3)], on: "2027-05-05", level: -1),
    Case(name: "leap day, still", policy: .full, entries: [("2028-02-29", 30, 3)], on: "2029-02-27", level: 2),
    Case(name: "leap day, over", policy: .full, entries: [("2028-02-29", 30, 3)], on: "2029-02-28", level: -1),
    Case(
        name: "month end, still",
        policy: .full,
        months: 1,
        entries: [("2026-01-31", 30, 3)],
        on: "2026-02-27",
        level: 2
    ),
    Case(
        name: "month end, over",
        policy: .full,
        months: 1,
        entries: [("2026-01-31", 30, 3)],
        on: "2026-02-28",
        level: -1
    ),
    Case(name: "never", policy: .never, entries: [("2026-05-05", 30, 3)], on: "2036-05-05", level: 2),
    Case(
        name: "in grace",
        policy: .full,
        grace: 30,
        entries: [("2026-05-05", 30, 3)],
        on: "2027-06-03",
        level: 2
    ),
    Case(
        name: "grace is over",
        policy: .full,
        grace: 30,
        entries: [("2026-05-05", 30, 3)],
        on: "2027-06-04",
        level: -1
    ),
    Case(
        name: "saved in grace",
        policy: .full,
        grace: 30,
        entries: [("2026-05-05", 30, 3), ("2027-06-03", 30, 3)],
        on: "2027-06-04",
        level: 2
    ),
    Case(
        name: "one step",
        policy: .oneStep,
        grace: 30,
        entries: [("2026-05-05", 30, 3)],
        on: "2027-06-04",
        level: 1
    ),
    Case(
        name: "two steps",
        policy: .oneStep,
        grace: 30,
        entries: [("2026-05-05", 30, 3)],
        on: "2027-07-04",
        level: 0
    ),
    Case(
        name: "to the ground",
        policy: .oneStep,
        grace: 30,
        entries: [("2026-05-05", 30, 3)],
        on: "2027-08-03",
        level: -1
    ),
    Case(
        name: "to what is reached",
        policy: .full,
        entries: [("2026-05-05", 15, 2), ("2026-07-01", 15, 1)],
        on: "2027-05-05",
        level: 0
    ),
    Case(name: "taken back", policy: .never, entries: [("2026-05-05", 0, 3)], on: "2026-05-05", level: -1),
]

@Test(arguments: cases)
private func levelFollowsFromWhatWasDone(_ one: Case) throws {
    let programme = try programme(one.policy, months: one.months, grace: one.grace)
    #expect(try rule(programme, one.entries).state(on: day(one.on)).level == one.level)
}

/// Every day's level is what a plain simulation, day by day and without any short cut, gives.
@Test(arguments: DowngradePolicy.allCases) func levelAgreesWithADayByDaySimulation(policy: DowngradePolicy) throws {
    let start = try day("2027-11-20").number
    for seed in 0..<40 {
        let months = Int64(seed % 3 + 1)
        let programme = try programme(policy, months: months, grace: Int64(seed % 5 * 7))
        let entries = (0..<6).map { index in
            let offset = (seed * 37 + index * index * 13 + index * 29) % 150
            return Activity(day: Day(number: start + offset), points: Int64(seed % 4 * 5 + 5), contributions: 1)
        }
        let sum = Dictionary(grouping: entries, by: \.day).mapValues { $0.reduce(0) { $0 + $1.points } }
        let count = Dictionary(grouping: entries, by: \.day).mapValues { Int64($0.count) }
        let rule = LevelRule(programme, [Activity](points: sum, contributions: count))
        var plain = Plain(programme: programme, entries: entries)
        for number in start..<start + 400 {
            let today = Day(number: number)
            #expect(rule.state(on: today).level == plain.advance(to: today), "seed \(seed), \(today.wire)")
        }
    }
}

private struct Plain {
    let programme: LevelProgramme
    let entries: [Activity]
    var level = -1
    var due: Int?

    mutating func advance(to day: Day) -> Int {
        let counted = entries.filter {
            $0.day <= day && day < $0.day.adding(months: Int(programme.period.wire))
        }
        let points = counted.reduce(0) { $0 + $1.points }
        var reached = -1
        for (index, terms) in programme.levels.enumerated()
        where points >= terms.points.wire && Int64(counted.count) >= terms.contributions.wire { reached = index }
        if reached >= level {
            (level, due) = (reached, nil)
        } else if programme.downgrade != .never {
            due = due ?? day.number + Int(programme.grace.wire)
            if let end = due, day.number >= end {
                level = programme.downgrade == .full ? reached : level - 1
                due = level > reached ? day.number + max(1, Int(programme.grace.wire)) : nil
            }
        }
        return level
    }
}

@Test func outlookTellsWhenTheLevelIsLost() throws {
    let rule = try rule(programme(.oneStep, grace: 30), [("2026-05-05", 20, 2), ("2026-07-01", 10, 1)])
    let outlook = try rule.outlook(after: day("2026-08-01"))
    #expect(outlook.review?.wire == "2027-05-05")
    #expect(outlook.loss?.wire == "2027-06-04")
    let never = try lasting()
    #expect(try never.outlook(after: day("2026-08-01")).loss == nil)
}

private func lasting() throws -> LevelRule { try rule(programme(.never), [("2026-05-05", 20, 2)]) }

@Test(arguments: [("2026-02-28", 1, "2026-02-01"), ("2029-02-28", 12, "2028-03-01"), ("2026-05-05", 12, "2025-05-06")])
func thePeriodBeginsAfterWhatHasEnded(on: String, months: Int, first: String) throws {
    #expect(try ActivityWindow([], months: months).firstDay(countingOn: day(on)).wire == first)
}

@Test func aLevelByHandStandsBesideTheRule() throws {
    let programme = try programme(.full)
    let today = try day("2026-06-01")
    let activity = [Activity(day: today, points: 20, contributions: 2)]
    for (key, level, reason, end) in [
        ("gold", "gold", LevelReason.hand, "2026-09-01"), ("bronze", "silver", .reached, "2027-06-01"),
        ("silver", "silver", .reached, "2027-06-01"), ("forgotten", "silver", .reached, "2027-06-01"),
    ] {
        let grant = LevelGrant(
            level: try LevelKey(wire: key),
            until: try day("2026-09-01").start,
            reason: .example,
            by: .example
        )
        let standing = try programme.standing(of: .example, activity, byHand: grant, on: today)
        #expect(standing.level?.wire == level)
        #expect(standing.reason == reason)
        #expect(standing.endsOn?.wire == end)
    }
}

@Test func aLevelBringsThePrivilegesOfThoseBelow() throws {
    let programme = try programme(.full)
    #expect(programme.privileges(of: try LevelKey(wire: "silver")).map(\.wire) == ["bronze-door", "silver-door"])
    #expect(programme.privileges(of: nil).isEmpty)
}
