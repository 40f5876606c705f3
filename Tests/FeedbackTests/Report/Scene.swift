import FeedbackAPI
import Models
import Support

@testable import Feedback

/// A plausible week, for the documents.
enum Scene {
    static let week = Week(of: .example)

    static func report() throws -> ReportFigures {
        try ReportBuilder(
            facts: facts,
            previous: earlier,
            generatedAt: week.end + .hours(7),
            lists: try lists()
        ).report()
    }

    private static var facts: WeekFacts {
        var facts = WeekFacts(week: week, asOf: week.end)
        facts.counts = [
            .signedIn: [212, 187, 240, 198, 171, 96, 84], .invited: [12, 4, 9, 30, 5, 2, 0],
            .registered: [9, 7, 14, 22, 8, 3, 1], .confirmed: [8, 6, 12, 20, 8, 4, 1],
            .ideaSubmitted: [3, 6, 4, 9, 5, 1, 2], .commentPosted: [21, 34, 18, 46, 29, 9, 12],
            .ballotCast: [0, 0, 61, 88, 40, 12, 7], .campaignOpened: [0, 0, 1, 0, 0, 0, 0],
            .campaignDecided: [0, 0, 0, 0, 1, 0, 0], .ideaSelected: [0, 0, 0, 0, 3, 0, 0],
            .answeredPlanned: [1, 0, 2, 0, 1, 0, 0], .answeredDeclined: [0, 1, 0, 1, 0, 0, 0],
            .answeredShipped: [0, 0, 0, 1, 0, 0, 0], .pointsAwarded: [2100, 3050, 4120, 6400, 3300, 900, 640],
            .pointsRedeemed: [800, 0, 1500, 2300, 500, 0, 250], .redeemed: [3, 0, 6, 9, 2, 0, 1],
            .fulfilled: [2, 4, 1, 5, 3, 0, 0],
        ]
        (facts.everRedeemed, facts.everFulfilled, facts.active) = (412, 405, 348)
        facts.joined = JoinedFacts(registered: 64, confirmed: 58, completed: 41)
        facts.received = [6, 4, 7, 9, 5, 1, 2]
        (facts.firstAnswers, facts.open, facts.overdue, facts.surveyAnswers) = (27, 14, 3, 112)
        facts.due = due([3, 7, 9, 4, 2, 1, 2])
        return facts
    }

    private static var earlier: WeekFacts {
        var earlier = WeekFacts(week: week.previous, asOf: week.start)
        earlier.counts = facts.counts.mapValues { $0.map { $0 * 9 / 10 } }
        earlier.counts[.commentPosted] = [30, 41, 38, 52, 44, 20, 18]
        earlier.joined = JoinedFacts(registered: 57, confirmed: 50, completed: 22)
        (earlier.everRedeemed, earlier.everFulfilled, earlier.active) = (391, 390, 331)
        earlier.received = [5, 5, 6, 4, 6, 0, 1]
        (earlier.firstAnswers, earlier.open, earlier.overdue, earlier.surveyAnswers) = (25, 9, 0, 96)
        earlier.due = due([5, 9, 7, 4, 1, 0, 0])
        return earlier
    }

    /// So many submissions in each band.
    private static func due(_ counts: [Int]) -> [DueSubmission] {
        zip(PunctualityBand.allCases, counts).enumerated().flatMap { place, pair in
            (0..<pair.1).map { index in
                let kind = SubmissionKind.allCases[(place + index) % 5]
                let promise = Promises(complaint: .hours(24), question: .hours(48), other: .hours(120))
                let received = week.start + .hours(Int64(index))
                let dueAt = promise.due(kind, receivedAt: received)
                let part = [10, 40, 60, 90, 150, 260][min(place, 5)]
                let taken = Seconds(dueAt.seconds(since: received) * Int64(part) / 100)
                let answeredAt = pair.0 == .unanswered ? nil : received + taken
                return DueSubmission(kind: kind, receivedAt: received, dueAt: dueAt, answeredAt: answeredAt)
            }
        }
    }

    private static func lists() throws -> ReportLists {
        let titles = ["A refill station in every shop", "Bottles that stack", "A map of repair points"]
        return ReportLists(
            overdue: (0..<3).map { index in
                OverdueItem(
                    submission: Submission.ID(at: week.start, entropy: UInt128(index)),
                    kind: [.complaint, .complaint, .question][index],
                    channel: [.telephone, .post, .email][index],
                    dueAt: week.end - .hours([52, 20, 3][index]),
                    lateBy: .hours([52, 20, 3][index]),
                    assignee: index == 0 ? .member(Cast.member("Theo")) : nil,
                    team: index == 1 ? .example : nil
                )
            },
            selected: try titles.enumerated().map { index, title in
                SelectedItem(
                    idea: .example,
                    title: try Title(wire: title),
                    campaign: .example,
                    rank: try Quantity(wire: Int64(index + 1))
                )
            },
            answered: try titles.enumerated().map { index, title in
                AnsweredItem(
                    idea: .example,
                    title: index == 2 ? nil : try Title(wire: title),
                    status: [.planned, .declined, .shipped][index],
                    answeredAt: week.start + .days(Int64(index))
                )
            }
        )
    }
}
