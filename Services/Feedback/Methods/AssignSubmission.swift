import Contract
public import FeedbackAPI
public import Hosting
public import Models
import TypedSQL

extension AssignSubmission: Handled {
    public func respond(to staff: StaffMember, in context: Context<FeedbackService>) async throws -> SubmissionRecord {
        guard assignee != nil || team != nil else { throw Refusal.assigneeMissing }
        return try await context.write { work in
            let isChanged = try work.run(SubmissionTable.hand(submission, to: assignee, team)) > 0
            if isChanged {
                let step = AssignmentView(
                    assignee: assignee,
                    team: team,
                    note: note,
                    assignedBy: staff.actor,
                    assignedAt: work.now
                )
                try work.run(AssignmentTable.append(step, to: submission))
            }
            guard let record = try work.transaction.record(of: submission, at: work.now) else {
                throw Refusal.submissionUnknown
            }
            return record
        }
    }
}
