import FeedbackAPI
import Models
import Testing

@testable import Feedback

struct PromisesTests {
    private let promises = Promises(complaint: .hours(24), question: .hours(48), other: .hours(120))

    @Test(
        arguments: [
            (SubmissionKind.complaint, 24), (.question, 48), (.opinion, 120), (.suggestion, 120), (.defect, 120),
        ] as [(SubmissionKind, Int64)]
    )
    func eachKindHasItsTime(kind: SubmissionKind, hours: Int64) {
        #expect(promises.due(kind, receivedAt: .example) == .example + .hours(hours))
    }
}

struct TimeLeftTests {
    @Test func countsDownAndBeyond() {
        let due = Instant.example
        #expect(TimeLeft(until: due, at: due - .minutes(2)).wire == 120)
        #expect(TimeLeft(until: due, at: due).wire == 0)
        #expect(TimeLeft(until: due, at: due + .minutes(2)).wire == -120)
    }

    @Test func aBrokenPromiseIsNeverZero() {
        let late = Instant(microseconds: Instant.example.microseconds + 1)
        #expect(TimeLeft(until: .example, at: late).wire == -1)
    }
}

struct DueSubmissionTests {
    private func submission(_ minutes: Int64?) -> DueSubmission {
        DueSubmission(
            kind: .question,
            receivedAt: .example,
            dueAt: .example + .minutes(100),
            answeredAt: minutes.map { .example + .minutes($0) }
        )
    }

    @Test(
        arguments: [
            (25, PunctualityBand.firstQuarter), (26, .secondQuarter), (50, .secondQuarter), (51, .thirdQuarter),
            (75, .thirdQuarter), (76, .lastQuarter), (100, .lastQuarter), (101, .lateWithinTwice),
            (200, .lateWithinTwice),
            (201, .lateBeyondTwice), (nil, .unanswered),
        ] as [(Int64?, PunctualityBand)]
    )
    func fallsIntoItsBand(minutes: Int64?, band: PunctualityBand) {
        #expect(submission(minutes).band == band)
        #expect(submission(minutes).isInTime == (minutes.map { $0 <= 100 } ?? false))
    }
}

struct WeekTests {
    @Test(
        arguments: [
            ("2026-W38", "2026-09-14"), ("2026-W01", "2025-12-29"), ("2020-W53", "2020-12-28"),
            ("2021-W01", "2021-01-04"),
            ("2024-W01", "2024-01-01"), ("2027-W53", nil), ("2026-W00", nil), ("2026-W54", nil), ("2026W38", nil),
            ("2026-W3", nil), ("26-W38", nil), ("2026-W+1", nil),
        ] as [(String, String?)]
    )
    func isThatOfTheStandard(wire: String, monday: String?) throws {
        guard let monday else {
            #expect(throws: (any Error).self) { try Week(wire: wire) }
            return
        }
        let week = try Week(wire: wire)
        #expect(week.monday.wire == monday)
        #expect(week.wire == wire)
    }

    @Test func everyDayOfFortyYearsIsInAWeekThatReadsBack() throws {
        for number in 0..<14_610 {
            let week = Week(of: Day(number: number))
            #expect(try Week(wire: week.wire) == week)
            #expect((week.monday.number...week.sunday.number).contains(number))
        }
    }
}

struct SurveySealTests {
    @Test func tellsEverythingThatCouldBeChanged() throws {
        let draft = QuestionDraft(
            wording: try Sentence(wire: "How often?"),
            kind: .singleChoice,
            isRequired: false,
            options: [try OptionLabel(wire: "daily"), try OptionLabel(wire: "weekly")]
        )
        let questions = try SurveyRules.questions([draft, QuestionDraft(wording: .example, kind: .scale)])
        let text = SurveySeal.text(
            .example,
            title: .example,
            opensAt: .example,
            closesAt: .example + .days(1),
            questions
        )
        #expect(
            text == """
                survey \(Survey.ID.example.wire)
                title A refill station in every shop
                opens 2026-09-21T14:13:20Z
                closes 2026-09-22T14:13:20Z
                question 1 singleChoice optional
                wording How often?
                option 1 daily
                option 2 weekly
                question 2 scale required scale 1 5
                wording It saves a bottle with every visit.

                """
        )
    }
}

struct AnsweredStatusTests {
    @Test func saysTheWordsOfIdeas() {
        #expect(AnsweredStatus.allCases.map(\.rawValue) == IdeaStatusWords.all)
    }
}
