import FeedbackAPI
import Models
import Support
import Testing

@testable import Feedback

struct ReadFrequencyTableTests {
    @Test(arguments: TestEngine.allCases)
    func givesThePublishedTablesExactly(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let survey = try await desk.conductStudy().survey
            for caller in [desk.staff(), desk.member("Ada", roles: [.administrator]), desk.backend()] {
                let table = try await desk.call(ReadFrequencyTable(survey: survey), as: caller)
                #expect(table.isExact)
                #expect(table.respondents.wire == 20)
                for (question, expected) in zip(table.questions, Study.questions) { compare(question, expected) }
                #expect(table.questions.count == Study.questions.count)
            }
        }
    }

    private func compare(_ question: QuestionTable, _ expected: StudyQuestion) {
        #expect(question.base.wire == 20)
        #expect(question.total?.wire == expected.total)
        #expect(question.rows.map(\.label.wire) == expected.rows.map(\.label))
        #expect(question.rows.map(\.share?.count.wire) == expected.rows.map(\.count))
        #expect(question.rows.map(\.share?.percentage?.wire) == expected.rows.map(\.percentage))
        #expect(question.rows.map(\.share?.low?.wire) == expected.rows.map(\.low))
        #expect(question.rows.map(\.share?.high?.wire) == expected.rows.map(\.high))
    }

    @Test(arguments: TestEngine.allCases)
    func hidesSmallCellsFromTheOthers(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let survey = try await desk.conductStudy()
            desk.clock.set(survey.closesAt)
            let callers = [
                desk.member("Person 3"), desk.member("Milo", roles: [.moderator]),
                desk.backend(scopes: ["feedback:read"]),
            ]
            for caller in callers {
                let table = try await desk.call(ReadFrequencyTable(survey: survey.survey), as: caller)
                #expect(!table.isExact)
                let hidden = table.questions.map { question in
                    question.rows.filter { $0.share == nil }.map(\.label.wire)
                }
                #expect(hidden[0] == ["Huawei", "others"])
                // "over 26" and "10–18" are small and too few together, so the third cell is their complement.
                #expect(hidden[1] == ["10\u{2013}18", "18\u{2013}26", "over 26"])
                #expect(hidden[2] == ["male", "female"])
                // In a multiple choice, whoever did not tick is as few as two.
                #expect(hidden[5].contains("share and discuss on social platforms"))
                #expect(hidden[5].count == 2)
                #expect(table.questions[5].total == nil)
                #expect(hidden[7].isEmpty)
                #expect(table.questions[7].total?.wire == 255)
            }
        }
    }

    /// With the threshold at two, "over 26" and "female" are hidden and one complement each, and nothing else of
    /// table A.
    @Test(arguments: TestEngine.allCases)
    func theThresholdIsASetting(engine: TestEngine) async throws {
        try await Desk.run(on: engine, settings: ["WELLSPRING_FEEDBACK_SMALLEST_CELL": "2"]) { desk in
            let survey = try await desk.conductStudy()
            desk.clock.set(survey.closesAt)
            let table = try await desk.call(ReadFrequencyTable(survey: survey.survey), as: desk.member("Ines"))
            let hidden = table.questions.prefix(3).map { $0.rows.filter { $0.share == nil }.map(\.label.wire) }
            #expect(hidden[0].isEmpty)
            #expect(hidden[1].count == 2 && hidden[1].contains("over 26"))
            #expect(hidden[2] == ["male", "female"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func countsPointsOfAScaleAndAnswersInWords(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let survey = try await desk.openSurvey([
                QuestionDraft(wording: .example, kind: .scale, isRequired: false),
                QuestionDraft(wording: .example, kind: .text, isRequired: false),
            ]).survey
            for (index, point) in [4, 5, 5].enumerated() {
                let answer = QuestionAnswer(question: QuestionNumber(index: 0), point: ScalePoint(at: Int64(point)))
                try await desk.answer(survey, [answer], as: desk.member("Person \(index)"))
            }
            let words = QuestionAnswer(question: QuestionNumber(index: 1), text: .example)
            try await desk.answer(survey, [words], as: desk.member("Ines"))
            let table = try await desk.call(ReadFrequencyTable(survey: survey), as: desk.staff())
            #expect(table.respondents.wire == 4)
            #expect(table.questions.map(\.base.wire) == [3, 1])
            #expect(table.questions[0].rows.map(\.label.wire) == ["1", "2", "3", "4", "5"])
            #expect(table.questions[0].rows.map(\.share?.percentage?.wire) == [0, 0, 0, 33.3, 66.7])
            #expect(table.questions[1].rows.isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesInOrder(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let scheduled = try await desk.openSurvey(opensAt: desk.clock.now + .days(1)).survey
            for survey in [scheduled, .example] {
                await #expect(throws: ReadFrequencyTable.Refusal.surveyUnknown) {
                    try await desk.call(ReadFrequencyTable(survey: survey), as: desk.member("Ines"))
                }
            }
            let open = try await desk.openSurvey().survey
            await #expect(throws: ReadFrequencyTable.Refusal.surveyStillOpen) {
                try await desk.call(ReadFrequencyTable(survey: open), as: desk.member("Milo", roles: [.moderator]))
            }
        }
    }

    /// No answer is no percentage, in no row and in no total.
    @Test(arguments: TestEngine.allCases)
    func hasNoPercentagesWhereNobodyAnswered(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let scale = QuestionDraft(wording: .example, kind: .scale, isRequired: false)
            let survey = try await desk.openSurvey([scale]).survey
            let question = try await desk.call(ReadFrequencyTable(survey: survey), as: desk.staff()).questions[0]
            #expect(question.base.wire == 0 && question.total == nil)
            #expect(question.rows.map(\.share?.count.wire) == [0, 0, 0, 0, 0])
            #expect(question.rows.allSatisfy { $0.share?.percentage == nil && $0.share?.low == nil })
        }
    }
}
