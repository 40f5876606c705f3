import Contract
public import FeedbackAPI
public import Hosting
public import Models
import TypedSQL

extension AnswerSurvey: Handled {
    public func respond(to member: ActingMember, in context: Context<FeedbackService>) async throws -> SurveyReceipt {
        let respondent = Digest(bytes: context.random.bytes(32)).wire
        return try await context.write { work in
            guard let row = try work.first(SurveyTable.find(survey)), row.opensAt <= work.now else {
                throw Refusal.surveyUnknown
            }
            guard work.now < row.closesAt else { throw Refusal.surveyClosed }
            guard try work.run(SurveyParticipationTable.insert(survey, member.id, at: work.now)) > 0 else {
                throw Refusal.alreadyAnswered
            }
            for answer in try AnswerRules.check(answers, to: work.transaction.questions(of: survey)) {
                try work.run(each: answer.statements(survey, respondent))
            }
            try work.publish(SurveyAnswered(survey: survey, member: member.id))
            return SurveyReceipt(survey: survey, answeredAt: work.now)
        }
    }
}

extension CheckedAnswer {
    fileprivate func statements(_ survey: Survey.ID, _ respondent: String) -> [Statement] {
        marks.map { SurveyMarkTable.insert($0, to: question, of: survey, by: respondent) }
            + (text.map { [SurveyTextTable.insert($0, to: question, of: survey, by: respondent)] } ?? [])
    }
}
