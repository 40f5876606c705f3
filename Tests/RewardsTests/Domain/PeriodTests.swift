import Contract
import Models
import RewardsAPI
import Testing

@testable import Rewards

@Test func periodHoldsWholeDays() throws {
    let day = Day.example
    let period = try GetLeaderboard(from: day, through: day).period()
    #expect(period == Period(from: day.start, until: day.start + .days(1)))
}

@Test func periodIsOpenWhereNothingIsGiven() throws {
    let period = try GetLeaderboard().period()
    #expect(period.from < Instant(microseconds: 0))
    #expect(period.until > .example + .days(3000))
}

@Test func periodEndsAfterItBegins() {
    let day = Day.example
    #expect(throws: GetLeaderboard.Refusal.periodEmpty) {
        try GetLeaderboard(from: day, through: Day(number: day.number - 1)).period()
    }
}
