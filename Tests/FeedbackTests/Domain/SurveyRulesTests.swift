import FeedbackAPI
import Models
import Testing

@testable import Feedback

struct SurveyRulesTests {
    private func labels(_ words: [String]) -> [OptionLabel] { words.compactMap { try? OptionLabel(wire: $0) } }

    private func choice(_ words: [String], limit: Int? = nil, kind: QuestionKind = .multipleChoice) -> QuestionDraft {
        QuestionDraft(
            wording: .example,
            kind: kind,
            options: labels(words),
            choiceLimit: limit.map { OptionNumber(index: $0 - 1) }
        )
    }

    private func scale(_ low: Int64, _ high: Int64) -> QuestionDraft {
        QuestionDraft(wording: .example, kind: .scale, scaleLow: ScalePoint(at: low), scaleHigh: ScalePoint(at: high))
    }

    @Test func numbersQuestionsAndOptions() throws {
        let questions = try SurveyRules.questions([
            choice(["a", "b", "c"]), QuestionDraft(wording: .example, kind: .scale),
        ])
        #expect(questions.map(\.number.wire) == [1, 2])
        #expect(questions[0].options.map(\.number.wire) == [1, 2, 3])
        #expect(questions[0].choiceLimit?.wire == 3)
        #expect(questions[0].isRequired)
        #expect((questions[1].scaleLow?.wire, questions[1].scaleHigh?.wire) == (1, 5))
    }

    @Test(arguments: [0, 101])
    func countsQuestions(count: Int) {
        let drafts = Array(repeating: QuestionDraft(wording: .example, kind: .text), count: count)
        #expect(throws: OpenSurvey.Refusal.questionCountInvalid) { try SurveyRules.questions(drafts) }
    }

    @Test(arguments: [1, 51])
    func countsOptions(count: Int) {
        let words = (0..<count).map { "option \($0)" }
        #expect(throws: OpenSurvey.Refusal.optionCountInvalid) { try SurveyRules.questions([choice(words)]) }
    }

    @Test func fiftyOptionsAreAllowed() throws {
        #expect(try SurveyRules.questions([choice((0..<50).map { "option \($0)" })])[0].options.count == 50)
    }

    /// Each list breaks its own rule in the first question and the next rule in the one after it.
    @Test func theFirstRuleThatIsBrokenIsTold() {
        let cases: [(OpenSurvey.Refusal, [QuestionDraft])] = [
            (.optionCountInvalid, [choice(["a", "a"]), choice(["a"])]),
            (.optionRepeated, [choice(["a", "b"], limit: 1), choice(["a", "a"])]),
            (.choiceLimitInvalid, [scale(5, 5), choice(["a", "b"], limit: 3)]),
            (.scaleInvalid, [QuestionDraft(wording: .example, kind: .text, options: []), scale(6, 2)]),
            (.fieldOfAnotherKind, [choice(["a", "b"], limit: 2, kind: .singleChoice)]),
            (.fieldOfAnotherKind, [QuestionDraft(wording: .example, kind: .text, scaleLow: ScalePoint(at: 1))]),
        ]
        for (refusal, drafts) in cases {
            #expect(throws: refusal) { try SurveyRules.questions(drafts) }
        }
    }

    @Test func itsDatesAreInOrder() {
        #expect(throws: OpenSurvey.Refusal.opensInThePast) {
            try SurveyRules.check(opensAt: .example - .minutes(1), closesAt: .example - .hours(1), at: .example)
        }
        #expect(throws: OpenSurvey.Refusal.closesBeforeItOpens) {
            try SurveyRules.check(opensAt: .example, closesAt: .example, at: .example)
        }
    }

    @Test func itsStateFollowsTheClock() {
        let closes = Instant.example + .days(1)
        func state(_ now: Instant) -> SurveyState { SurveyRules.state(opensAt: .example, closesAt: closes, at: now) }
        #expect(state(.example - .minutes(1)) == .scheduled)
        #expect(state(.example) == .open)
        #expect(state(closes) == .closed)
    }
}
