import FeedbackAPI
import Models
import Support
import Testing

@testable import Feedback

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
