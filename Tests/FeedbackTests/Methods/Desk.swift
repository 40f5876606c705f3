import FeedbackAPI
import IdentityAPI
import Models
import Support

@testable import Feedback

typealias Desk = Harness<FeedbackService>

extension Harness where Service == FeedbackService {
    /// A member says something on his or her own.
    @discardableResult
    func submit(_ kind: SubmissionKind, as caller: TestCaller) async throws -> SubmissionView {
        try await call(SubmitFeedback(kind: kind, text: .example), as: caller)
    }

    @discardableResult
    func reply(to submission: Submission.ID, as caller: TestCaller? = nil) async throws -> SubmissionRecord {
        try await call(ReplyToSubmission(submission: submission, text: .example), as: caller ?? staff())
    }

    /// Identity tells that there is a member of that name.
    func introduce(_ name: String) async throws {
        try await deliver(
            MemberRegistered(member: Cast.member(name), source: .website, inviter: nil),
            from: IdentityInterface.self
        )
    }

    /// A survey with one question in words, open for a week.
    func openSurvey(_ questions: [QuestionDraft]? = nil, opensAt: Instant? = nil) async throws -> SurveyView {
        let words = QuestionDraft(wording: .example, kind: .text)
        let request = OpenSurvey(
            title: .example,
            questions: questions ?? [words],
            opensAt: opensAt,
            closesAt: (opensAt ?? clock.now) + .days(7)
        )
        return try await call(request, as: staff())
    }

    @discardableResult
    func answer(_ survey: Survey.ID, _ answers: [QuestionAnswer], as caller: TestCaller) async throws -> SurveyReceipt {
        try await call(AnswerSurvey(survey: survey, answers: answers), as: caller)
    }

    /// A survey with the questions of the study that twenty members have answered.
    func conductStudy() async throws -> SurveyView {
        let survey = try await openSurvey(Study.questions.map { try $0.draft() })
        for (index, answers) in Study.answers().enumerated() {
            try await answer(survey.survey, answers, as: member("Person \(index)"))
        }
        return survey
    }

    var words: [QuestionAnswer] { [QuestionAnswer(question: QuestionNumber(index: 0), text: .example)] }
}
