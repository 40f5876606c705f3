import Contract
public import FeedbackAPI
public import Hosting
public import Models
import TypedSQL
import Crypto

extension OpenSurvey: Handled {
    public func respond(to staff: StaffMember, in context: Context<FeedbackService>) async throws -> SurveyView {
        let (now, opensAt) = (context.now, opensAt ?? context.now)
        try SurveyRules.check(opensAt: opensAt, closesAt: closesAt, at: now)
        let sealed = try SurveyRules.questions(questions)
        let id = context.id(Survey.self)
        let text = SurveySeal.text(id, title: title, opensAt: opensAt, closesAt: closesAt, sealed)
        let row = SurveyRow(
            id: id,
            title: title,
            opensAt: opensAt,
            closesAt: closesAt,
            seal: Digest(bytes: SHA256.hash(data: Array(text.utf8))),
            secret: Int64(truncatingIfNeeded: context.random.bits128())
        )
        return try await context.write { work in
            try work.run(SurveyTable.insert(row, openedBy: staff.actor, isAnnounced: opensAt <= now))
            for question in sealed {
                try work.run(SurveyQuestionTable.insert(question, of: id))
                try work.run(each: question.options.map { SurveyOptionTable.insert($0, of: id, question.number) })
            }
            if opensAt <= now { try work.publish(SurveyOpened(survey: id)) }
            return row.view(sealed, isAnswered: nil, at: now)
        }
    }
}

/// Tells the others of surveys whose moment has come.
enum SurveyAnnouncement {
    static func perform(in context: Context<FeedbackService>) async throws {
        try await context.write { work in
            for survey in try work.all(SurveyTable.announce(at: work.now)) {
                try work.publish(SurveyOpened(survey: survey))
            }
        }
    }
}
