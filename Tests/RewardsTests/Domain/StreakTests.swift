import Models
import RewardsAPI
import Testing

@testable import Rewards

/// Days as offsets from a Monday: what was done, what day it is, the run that goes on, the longest, and the freeze.
@Test(arguments: [
    ([], 5, 0, 0, false), ([0], 0, 1, 1, false), ([0], 1, 1, 1, false), ([0], 2, 1, 1, true), ([0], 3, 0, 1, false),
    ([0, 1, 2], 2, 3, 3, false), ([0, 1, 3, 4], 4, 4, 4, true), ([0, 1, 3, 4], 5, 4, 4, true),
    ([0, 1, 3, 4], 6, 2, 4, true), ([0, 1, 3, 4], 7, 0, 4, false), ([0, 1, 3, 4, 6], 6, 3, 4, true),
    ([0, 1, 2, 5, 6], 6, 2, 3, false), ([0, 0, 1, 1], 1, 2, 2, false), ([0, 1, 9], 1, 2, 2, false),
])
func daysInARow(days: [Int], today: Int, current: Int64, longest: Int64, isFreezeUsed: Bool) throws {
    let monday = try Day(wire: "2028-02-28")
    let streak = try Streak(
        of: days.map { Day(number: monday.number + $0) },
        on: Day(number: monday.number + today),
        span: 1
    )
    #expect(streak.current.wire == current)
    #expect(streak.longest.wire == longest)
    #expect(streak.isFreezeUsed == isFreezeUsed)
}

@Test(arguments: [
    ([6, 7], 7, 2, "2028-03-06"), ([0, 6], 6, 1, "2028-02-28"), ([0, 20], 20, 2, "2028-03-13"),
    ([0, 21], 21, 1, "2028-03-20"), ([-1, 0], 0, 2, "2028-02-28"),
])
func weeksInARow(days: [Int], today: Int, current: Int64, last: String) throws {
    let monday = try Day(wire: "2028-02-28")
    let streak = try Streak(
        of: days.map { Day(number: monday.number + $0) },
        on: Day(number: monday.number + today),
        span: 7
    )
    #expect(streak.current.wire == current)
    #expect(streak.last?.wire == last)
}
