import Contract
public import FeedbackAPI
public import Hosting
public import Models
import TypedSQL

extension ReplyToSubmission: Handled {
    public func respond(to staff: StaffMember, in context: Context<FeedbackService>) async throws -> SubmissionRecord {
        try await context.write { work in
            guard let row = try work.first(SubmissionTable.find(submission)) else { throw Refusal.submissionUnknown }
            guard staff.actor != .member(row.member) else { throw Refusal.ownSubmission }
            let reply = StaffReplyView(
                text: text,
                qualities: ReplyQuality.allCases.filter { qualities?.contains($0) ?? false },
                repliedBy: staff.actor,
                repliedAt: work.now
            )
            try work.run(ReplyTable.append(reply, to: submission))
            if try work.run(SubmissionTable.answer(submission, at: work.now)) > 0 {
                try work.publish(row.answered(at: work.now))
            }
            guard let record = try work.transaction.record(of: submission, at: work.now) else {
                throw Refusal.submissionUnknown
            }
            return record
        }
    }
}

extension SubmissionRow {
    fileprivate func answered(at now: Instant) -> FeedbackAnswered {
        FeedbackAnswered(
            submission: id,
            member: member,
            after: Seconds(now.seconds(since: receivedAt)),
            isInTime: now <= dueAt
        )
    }
}
