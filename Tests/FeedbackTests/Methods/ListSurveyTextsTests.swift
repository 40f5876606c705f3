import FeedbackAPI
import Models
import Support
import Testing

@testable import Feedback

struct ListSurveyTextsTests {
    @Test(arguments: TestEngine.allCases)
    func listsWordsWithoutAuthors(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let survey = try await desk.openSurvey().survey
            for index in 0..<5 {
                let text = try AnswerText(wire: "answer \(index)")
                let answer = QuestionAnswer(question: .example, text: text)
                try await desk.answer(survey, [answer], as: desk.member("Person \(index)"))
            }
            var request = ListSurveyTexts(survey: survey, question: .example, limit: try PageLimit(wire: 2))
            var seen: [String] = []
            repeat {
                let page = try await desk.call(request, as: desk.backend())
                seen += page.items.map(\.text.wire)
                request.after = page.next
            } while request.after != nil
            #expect(seen.sorted() == (0..<5).map { "answer \($0)" })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesInOrder(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let survey = try await desk.openSurvey([QuestionDraft(wording: .example, kind: .scale)]).survey
            let texts = try await desk.openSurvey().survey
            let foreign = Cursor(key: "fbk_01")
            let cases: [(ListSurveyTexts.Refusal, Survey.ID, Int, TestCaller)] = [
                (.exactnessForbidden, .example, 5, desk.member("Milo", roles: [.moderator])),
                (.surveyUnknown, .example, 5, desk.staff()), (.questionUnknown, survey, 5, desk.staff()),
                (.questionHasNoTexts, survey, 0, desk.staff()), (.cursorUnknown, texts, 0, desk.staff()),
            ]
            for (refusal, survey, question, caller) in cases {
                let request = ListSurveyTexts(survey: survey, question: QuestionNumber(index: question), after: foreign)
                await #expect(throws: refusal) { try await desk.call(request, as: caller) }
            }
            #expect(cases.map(\.0) == ListSurveyTexts.Refusal.allCases)
        }
    }
}
