import FeedbackAPI
import Testing

@testable import Feedback

struct WilsonTests {
    @Test func givesEveryPublishedInterval() {
        for row in Study.questions.flatMap(\.rows) {
            let share = Proportion.wilson(row.count, of: 20)
            #expect(share.percentage?.wire == row.percentage, "\(row.label)")
            #expect(share.low?.wire == row.low, "\(row.label)")
            #expect(share.high?.wire == row.high, "\(row.label)")
        }
    }

    @Test func staysWithinNoneAndAll() throws {
        #expect(Proportion.wilson(0, of: 3).low?.wire == 0)
        #expect(Proportion.wilson(3, of: 3).high?.wire == 100)
        #expect(try #require(Proportion.wilson(3, of: 3).low).wire < 50)
    }

    @Test func nothingOfNothingTellsNothing() {
        let share = Proportion.wilson(0, of: 0)
        #expect(share.base.wire == 0)
        #expect(share.percentage == nil && share.low == nil && share.high == nil)
    }

    @Test(arguments: [(1, 3, 33.3), (2, 3, 66.7), (1, 8, 12.5), (1, 16, 6.3), (1, 2000, 0.1), (33, 20, 165.0)])
    func roundsPercentagesHalfUp(_ count: Int64, _ base: Int64, _ expected: Double) {
        #expect(Percentage(count, of: base)?.wire == expected)
    }
}
