import Crypto
import FeedbackAPI
import Hosting
import Models
import Support
import Testing

@testable import Feedback

struct OpenSurveyTests {
    @Test(arguments: TestEngine.allCases)
    func sealsWhatItOpens(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let survey = try await desk.openSurvey(Study.questions.map { try $0.draft() })
            let text = SurveySeal.text(
                survey.survey,
                title: survey.title,
                opensAt: survey.opensAt,
                closesAt: survey.closesAt,
                survey.questions
            )
            #expect(survey.seal == Digest(bytes: SHA256.hash(data: Array(text.utf8))))
            #expect(survey.state == .open)
            #expect(try await desk.published(SurveyOpened.self).map(\.survey) == [survey.survey])
            var seen = try await desk.call(ViewSurvey(survey: survey.survey), as: desk.member("Ines"))
            #expect(seen.isAnswered == false)
            seen.isAnswered = nil
            #expect(seen == survey)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func opensAtItsMoment(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let survey = try await desk.openSurvey(opensAt: desk.clock.now + .days(1))
            #expect(survey.state == .scheduled)
            try await SurveyAnnouncement.perform(in: desk.host.context())
            #expect(try await desk.published(SurveyOpened.self).isEmpty)
            desk.clock.advance(by: .days(1))
            for _ in 0..<2 { try await SurveyAnnouncement.perform(in: desk.host.context()) }
            #expect(try await desk.published(SurveyOpened.self).map(\.survey) == [survey.survey])
        }
    }

    /// Each request would be refused for the next reason too.
    @Test(arguments: TestEngine.allCases)
    func refusesInOrder(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let now = desk.clock.now
            let two = [OptionLabel.example, OptionLabel.example]
            let choice = QuestionDraft(wording: .example, kind: .multipleChoice, options: two, choiceLimit: .example)
            var unequal = choice
            unequal.options = [.example, try OptionLabel(wire: "never")]
            let scale = QuestionDraft(wording: .example, kind: .scale, scaleLow: ScalePoint(at: 5))
            let text = QuestionDraft(wording: .example, kind: .text, options: [])
            let cases: [(OpenSurvey.Refusal, OpenSurvey)] = [
                (
                    .opensInThePast,
                    OpenSurvey(title: .example, questions: [], opensAt: now - .days(1), closesAt: now - .days(2))
                ),
                (.closesBeforeItOpens, OpenSurvey(title: .example, questions: [], closesAt: now)),
                (.questionCountInvalid, OpenSurvey(title: .example, questions: [], closesAt: now + .days(1))),
                (.optionCountInvalid, open([QuestionDraft(wording: .example, kind: .singleChoice), choice], now)),
                (.optionRepeated, open([choice], now)),
                (.choiceLimitInvalid, open([unequal, scale], now)),
                (.scaleInvalid, open([scale, text], now)),
                (.fieldOfAnotherKind, open([text], now)),
            ]
            for (refusal, request) in cases {
                await #expect(throws: refusal) { try await desk.call(request, as: desk.staff()) }
            }
            #expect(cases.map(\.0) == OpenSurvey.Refusal.allCases)
        }
    }

    private func open(_ questions: [QuestionDraft], _ now: Instant) -> OpenSurvey {
        OpenSurvey(title: .example, questions: questions, closesAt: now + .days(1))
    }
}

struct ViewSurveyTests {
    @Test(arguments: TestEngine.allCases)
    func beforeItOpensItExistsForStaffOnly(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let survey = try await desk.openSurvey(opensAt: desk.clock.now + .days(1)).survey
            for id in [survey, .example] {
                await #expect(throws: ViewSurvey.Refusal.surveyUnknown) {
                    try await desk.call(ViewSurvey(survey: id), as: desk.member("Ines"))
                }
            }
            #expect(try await desk.call(ViewSurvey(survey: survey), as: desk.backend()).isAnswered == nil)
            desk.clock.advance(by: .days(1))
            #expect(try await desk.call(ViewSurvey(survey: survey), as: desk.member("Ines")).state == .open)
        }
    }
}

struct ListSurveysTests {
    @Test(arguments: TestEngine.allCases)
    func showsTheNewestFirst(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let first = try await desk.openSurvey().survey
            desk.clock.advance(by: .days(6))
            let second = try await desk.openSurvey().survey
            desk.clock.advance(by: .days(2))
            let third = try await desk.openSurvey(opensAt: desk.clock.now + .days(1)).survey
            let (ines, staff) = (desk.member("Ines"), desk.staff())
            func list(_ request: ListSurveys, _ caller: TestCaller) async throws -> [Survey.ID] {
                try await desk.call(request, as: caller).items.map(\.survey)
            }
            #expect(try await list(ListSurveys(), ines) == [second, first])
            #expect(try await list(ListSurveys(), staff) == [third, second, first])
            #expect(try await list(ListSurveys(state: .open), ines) == [second])
            #expect(try await list(ListSurveys(state: .closed), staff) == [first])
            #expect(try await list(ListSurveys(state: .scheduled), ines).isEmpty)
            #expect(try await list(ListSurveys(state: .scheduled), staff) == [third])
            let page = try await desk.call(ListSurveys(limit: try PageLimit(wire: 1)), as: ines)
            #expect(try await list(ListSurveys(after: page.next), ines) == [first])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesACursorOfAnotherList(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            await #expect(throws: ListSurveys.Refusal.cursorUnknown) {
                try await desk.call(ListSurveys(after: Cursor(key: "fbk_01")), as: desk.staff())
            }
        }
    }
}
