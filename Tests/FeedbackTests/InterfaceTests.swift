import Contract
import FeedbackAPI
import Hosting
import Testing

@testable import Feedback

struct InterfaceTests {
    private static let refusals: [any Refusal.Type] = [
        SubmitFeedback.Refusal.self, AssignSubmission.Refusal.self, ReplyToSubmission.Refusal.self,
        ReadSubmission.Refusal.self, ListInbox.Refusal.self, ListMine.Refusal.self, OpenSurvey.Refusal.self,
        ViewSurvey.Refusal.self, ListSurveys.Refusal.self, AnswerSurvey.Refusal.self, ReadFrequencyTable.Refusal.self,
        ListSurveyTexts.Refusal.self, ReadWeeklyReport.Refusal.self,
    ]

    private static func reasons<R: Refusal>(_ type: R.Type) -> [String] { type.allCases.map(\.rawValue) }

    @Test func theTableHasEveryRefusalAndNoOther() {
        let used = Set(Self.refusals.flatMap { Self.reasons($0) })
        #expect(used == Set(FeedbackInterface.refusals.entries.map(\.reason)))
        #expect(FeedbackInterface.refusals.entries.map(\.code) == Array(4001..<4001 + used.count))
    }

    @Test func everyMethodDescribesItself() throws {
        for endpoint in FeedbackService.endpoints { _ = try endpoint.describe() }
        #expect(FeedbackService.endpoints.count == Self.refusals.count)
        #expect(Set(FeedbackService.endpoints.map(\.name)).count == Self.refusals.count)
    }
}
