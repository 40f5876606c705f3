import Contract
public import FeedbackAPI
public import Hosting
public import Models
import TypedSQL

extension ReadSubmission: Handled {
    public func respond(to staff: StaffMember, in context: Context<FeedbackService>) async throws -> SubmissionRecord {
        let now = context.now
        guard let record = try await context.read({ try $0.record(of: submission, at: now) }) else {
            throw Refusal.submissionUnknown
        }
        return record
    }
}
