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
