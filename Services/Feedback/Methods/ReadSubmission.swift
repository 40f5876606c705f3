import Contract
import FeedbackAPI
import Hosting
import Models

extension ReadSubmission: Handled {
    func respond(to staff: StaffMember, in context: Context<FeedbackService>) async throws -> SubmissionRecord {
        let now = context.now
        guard let record = try await context.read({ try $0.record(of: submission, at: now) }) else {
            throw Refusal.submissionUnknown
        }
        return record
    }
}
