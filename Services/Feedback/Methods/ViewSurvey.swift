import Contract
public import FeedbackAPI
public import Hosting
public import Models
import TypedSQL

extension ViewSurvey: Handled {
    public func respond(to reader: Reader, in context: Context<FeedbackService>) async throws -> SurveyView {
        let now = context.now
        return try await context.read { transaction in
            guard let row = try transaction.first(SurveyTable.find(survey)), row.isVisible(to: reader.bearer, at: now)
            else { throw Refusal.surveyUnknown }
            let isAnswered = try reader.bearer.actor.member.map { member in
                try transaction.first(SurveyParticipationTable.find(survey, member)) != nil
            }
            return row.view(try transaction.questions(of: survey), isAnswered: isAnswered, at: now)
        }
    }
}

extension SurveyRow {
    /// Whoever may not see a survey that has not opened is answered as if there were none.
    func isVisible(to bearer: Bearer, at now: Instant) -> Bool {
        opensAt <= now || bearer.isStaff(of: FeedbackInterface.service)
    }

    func view(_ questions: [SurveyQuestion], isAnswered: Bool?, at now: Instant) -> SurveyView {
        SurveyView(
            survey: id,
            title: title,
            state: state(at: now),
            opensAt: opensAt,
            closesAt: closesAt,
            seal: seal,
            questions: questions,
            isAnswered: isAnswered
        )
    }
}
