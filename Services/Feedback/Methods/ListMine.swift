import Contract
public import FeedbackAPI
public import Hosting
public import Models
import TypedSQL

extension ListMine: Handled {
    public func respond(to member: ActingMember, in context: Context<FeedbackService>) async throws -> Page<
        SubmissionView
    > {
        let before = after.map { try? Submission.ID(wire: $0.key) }
        if case .some(.none) = before { throw Refusal.cursorUnknown }
        let (limit, last) = (limit ?? .standard, before ?? nil)
        if let submission { return try await one(submission, of: member, in: context) }
        let views = try await context.read { transaction in
            try transaction.views(
                of: transaction.all(SubmissionTable.of(member.id, before: last, limit: limit.count + 1))
            )
        }
        return Page(surplus: views, limit: limit) { $0.submission.wire }
    }

    private func one(
        _ submission: Submission.ID,
        of member: ActingMember,
        in context: Context<FeedbackService>
    ) async throws -> Page<SubmissionView> {
        let views = try await context.read { transaction in
            let row = try transaction.first(SubmissionTable.find(submission))
            guard let row, row.member == member.id else { throw Refusal.submissionUnknown }
            return try transaction.views(of: [row])
        }
        return Page(items: views, next: nil)
    }
}
