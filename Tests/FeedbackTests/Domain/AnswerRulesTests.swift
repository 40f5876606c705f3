import FeedbackAPI
import Models
import Testing

@testable import Feedback

struct AnswerRulesTests {
    private static func questions() throws -> [SurveyQuestion] {
        let options = try ["a", "b", "c"].map { try OptionLabel(wire: $0) }
        return try SurveyRules.questions([
            QuestionDraft(wording: .example, kind: .singleChoice, options: options),
            QuestionDraft(
                wording: .example,
                kind: .multipleChoice,
                options: options,
                choiceLimit: OptionNumber(index: 1)
            ),
            QuestionDraft(wording: .example, kind: .text, isRequired: false),
            QuestionDraft(wording: .example, kind: .scale, isRequired: false, scaleLow: ScalePoint(at: 0)),
        ])
    }

    private func answer(
        _ question: Int,
        _ choices: [Int]? = nil,
        text: AnswerText? = nil,
        point: Int64? = nil
    ) -> QuestionAnswer {
        QuestionAnswer(
            question: QuestionNumber(index: question - 1),
            choices: choices.map { $0.map { OptionNumber(index: $0 - 1) } },
            text: text,
            point: point.map { ScalePoint(at: $0) }
        )
    }

    @Test func keepsWhatFits() throws {
        let given = [answer(1, [2]), answer(2, [3, 1]), answer(3, text: .example), answer(4, point: 0)]
        let checked = try AnswerRules.check(given, to: Self.questions())
        #expect(checked.map(\.marks) == [[2], [1, 3], [], [0]])
        #expect(checked[2].text == .example)
    }

    @Test func whatIsNotRequiredMayBeLeftOut() throws {
        #expect(try AnswerRules.check([answer(1, [1]), answer(2, [1])], to: Self.questions()).count == 2)
    }

    @Test func aChoiceWithoutATickIsNoAnswer() {
        #expect(throws: AnswerSurvey.Refusal.answerMissing) {
            try AnswerRules.check([answer(1, [1]), answer(2, [])], to: Self.questions())
        }
    }

    /// Each list breaks its own rule last and the next one first.
    @Test func theFirstRuleThatIsBrokenIsTold() throws {
        let cases: [(AnswerSurvey.Refusal, [QuestionAnswer])] = [
            (.questionUnknown, [answer(1, [1]), answer(1, [1]), answer(5, [1])]),
            (.questionRepeated, [answer(4, [1]), answer(1, [1]), answer(1, [1])]),
            (.fieldOfAnotherKind, [answer(2, [9]), answer(1, text: .example)]),
            (.fieldOfAnotherKind, [answer(1, [1], point: 1)]),
            (.fieldOfAnotherKind, [answer(3)]),
            (.optionUnknown, [answer(2, [1, 1]), answer(1, [4])]),
            (.choiceRepeated, [answer(1, [1, 2]), answer(2, [1, 1])]),
            (.tooManyChoices, [answer(4, point: 9), answer(2, [1, 2, 3])]),
            (.tooManyChoices, [answer(1, [1, 2]), answer(2, [1])]),
            (.pointOutsideScale, [answer(4, point: 6)]),
            (.answerMissing, [answer(2, [1])]),
        ]
        for (refusal, answers) in cases {
            #expect(throws: refusal) { try AnswerRules.check(answers, to: Self.questions()) }
        }
    }
}
