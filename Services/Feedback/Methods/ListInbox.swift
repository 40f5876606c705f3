import Contract
public import FeedbackAPI
public import Hosting
public import Models
import TypedSQL

extension ListInbox: Handled {
    public func respond(to staff: StaffMember, in context: Context<FeedbackService>) async throws -> Page<InboxItem> {
        let start = after.map(InboxCursor.init)
        if case .some(.none) = start { throw Refusal.cursorUnknown }
        let (now, limit, position) = (context.now, limit ?? .standard, start ?? nil)
        let rows = try await context.read {
            try $0.all(SubmissionTable.inbox(filter, after: position, at: now, limit: limit.count + 1))
        }
        return Page(surplus: rows.map { $0.item(at: now) }, limit: limit) { item in
            InboxCursor(dueAt: item.dueAt, submission: item.submission.wire).key
        }
    }

    private var filter: InboxFilter {
        InboxFilter(
            state: state ?? .open,
            kind: kind,
            channel: channel,
            assignee: assignee,
            team: team,
            isUnassigned: isUnassigned,
            idea: idea,
            campaign: campaign
        )
    }
}
