import Contract
public import FeedbackAPI
public import Hosting
public import Models
import TypedSQL

extension SubmitFeedback: Handled {
    public func respond(to reader: Reader, in context: Context<FeedbackService>) async throws -> SubmissionView {
        let id = context.id(Submission.self)
        return try await context.write { work in
            let isKnown = try member.map { try work.one(ReportMemberTable.isKnown($0)) } ?? true
            let channel = channel ?? .post
            let speaker = try Speaker.decide(reader.bearer, for: member, isKnown: isKnown, channel: channel)
            let row = SubmissionRow(
                id: id,
                member: speaker.member,
                recordedBy: speaker.recordedBy,
                kind: kind,
                channel: channel,
                text: text,
                idea: idea,
                campaign: campaign,
                receivedAt: work.now,
                dueAt: work.service.settings.promises.due(kind, receivedAt: work.now)
            )
            try work.run(SubmissionTable.insert(row))
            try work.publish(
                FeedbackReceived(submission: id, member: row.member, channel: channel, dueAt: row.dueAt)
            )
            return row.view(with: [])
        }
    }
}
