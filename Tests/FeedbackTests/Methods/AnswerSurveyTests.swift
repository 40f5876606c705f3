import FeedbackAPI
import Models
import Support
import Testing
import TypedSQL

@testable import Feedback

struct AnswerSurveyTests {
    @Test(arguments: TestEngine.allCases)
    func keepsTheAnswerWithoutTheMember(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let ines = desk.member("Ines")
            let survey = try await desk.openSurvey().survey
            let receipt = try await desk.call(AnswerSurvey(survey: survey, answers: desk.words), as: ines)
            #expect(receipt.answeredAt == desk.clock.now)
            #expect(try await desk.published(SurveyAnswered.self).map(\.member) == [ines.member])
            #expect(try await desk.call(ViewSurvey(survey: survey), as: ines).isAnswered == true)
            let kept = try await desk.read { transaction in
                try transaction.all(SurveyTextTable.list(survey, .example, after: "", limit: 10))
            }
            #expect(kept.map(\.text) == [.example])
            #expect(!kept[0].respondent.contains(ines.member.wire.suffix(26)))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesInOrder(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let ines = desk.member("Ines")
            let options = try ["a", "b", "c"].map { try OptionLabel(wire: $0) }
            let survey = try await desk.openSurvey([
                QuestionDraft(
                    wording: .example,
                    kind: .multipleChoice,
                    options: options,
                    choiceLimit: OptionNumber(index: 1)
                ),
                QuestionDraft(wording: .example, kind: .scale),
            ]).survey
            func tick(_ question: Int, _ choices: [Int]) -> QuestionAnswer {
                QuestionAnswer(
                    question: QuestionNumber(index: question),
                    choices: choices.map { OptionNumber(index: $0) }
                )
            }
            let point = QuestionAnswer(question: QuestionNumber(index: 1), point: ScalePoint(at: 9))
            // Each list is wrong for the next reason too.
            let cases: [(AnswerSurvey.Refusal, [QuestionAnswer])] = [
                (.questionUnknown, [tick(0, [0]), tick(0, [0]), tick(7, [0])]),
                (.questionRepeated, [tick(0, [0]), tick(0, [0]), tick(1, [0])]),
                (.fieldOfAnotherKind, [tick(0, [5]), tick(1, [0])]),
                (.optionUnknown, [tick(0, [5, 5]), point]), (.choiceRepeated, [tick(0, [0, 0, 1]), point]),
                (.tooManyChoices, [tick(0, [0, 1, 2]), point]), (.pointOutsideScale, [point]),
                (.answerMissing, [tick(0, [0])]),
            ]
            for (refusal, answers) in cases {
                await #expect(throws: refusal) {
                    try await desk.call(AnswerSurvey(survey: survey, answers: answers), as: ines)
                }
            }
            #expect(
                [.surveyUnknown, .surveyClosed, .alreadyAnswered] + cases.map(\.0) == AnswerSurvey.Refusal.allCases
            )
            #expect(try await desk.published(SurveyAnswered.self).isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func isOpenToEachMemberOnceAndInItsTime(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let ines = desk.member("Ines")
            let scheduled = try await desk.openSurvey(opensAt: desk.clock.now + .days(30)).survey
            for survey in [scheduled, .example] {
                await #expect(throws: AnswerSurvey.Refusal.surveyUnknown) {
                    try await desk.call(AnswerSurvey(survey: survey, answers: []), as: ines)
                }
            }
            let survey = try await desk.openSurvey().survey
            _ = try await desk.call(AnswerSurvey(survey: survey, answers: desk.words), as: ines)
            await #expect(throws: AnswerSurvey.Refusal.alreadyAnswered) {
                try await desk.call(AnswerSurvey(survey: survey, answers: []), as: ines)
            }
            desk.clock.advance(by: .days(7))
            await #expect(throws: AnswerSurvey.Refusal.surveyClosed) {
                try await desk.call(AnswerSurvey(survey: survey, answers: []), as: ines)
            }
        }
    }

    /// However many calls a member sends at once, one answer counts.
    @Test(arguments: TestEngine.allCases)
    func oneOfManyAtOnceCounts(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let survey = try await desk.openSurvey().survey
            let accepted = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        let request = AnswerSurvey(survey: survey, answers: desk.words)
                        return (try? await desk.call(request, as: desk.member("Ines"))) != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(accepted == 1)
            let table = try await desk.call(ReadFrequencyTable(survey: survey), as: desk.staff())
            #expect(table.respondents.wire == 1)
            #expect(table.questions[0].base.wire == 1)
        }
    }
}
