import FeedbackAPI
import Models
import TypedSQL

// A submission together with what belongs to it.

extension Transaction {
    /// What staff sees of one submission; nil where there is none.
    func record(of id: Submission.ID, at now: Instant) throws -> SubmissionRecord? {
        guard let row = try first(SubmissionTable.find(id)) else { return nil }
        return SubmissionRecord(
            item: row.item(at: now),
            assignments: try all(AssignmentTable.of(id)),
            replies: try all(ReplyTable.of([id])).map(\.reply)
        )
    }

    /// What members see of their submissions.
    func views(of rows: [SubmissionRow]) throws -> [SubmissionView] {
        let replies = Dictionary(grouping: try all(ReplyTable.of(rows.map(\.id))), by: \.submission)
        return rows.map { row in row.view(with: (replies[row.id] ?? []).map(\.reply)) }
    }
}

extension SubmissionRow {
    func item(at now: Instant) -> InboxItem {
        InboxItem(
            submission: id,
            member: member,
            recordedBy: recordedBy,
            kind: kind,
            channel: channel,
            text: text,
            idea: idea,
            campaign: campaign,
            receivedAt: receivedAt,
            dueAt: dueAt,
            timeLeft: TimeLeft(until: dueAt, at: answeredAt ?? now),
            answeredAt: answeredAt,
            assignee: assignee,
            team: team
        )
    }

    func view(with replies: [StaffReplyView]) -> SubmissionView {
        SubmissionView(
            submission: id,
            kind: kind,
            channel: channel,
            text: text,
            idea: idea,
            campaign: campaign,
            receivedAt: receivedAt,
            dueAt: dueAt,
            answeredAt: answeredAt,
            replies: replies.map { ReplyView(text: $0.text, qualities: $0.qualities, repliedAt: $0.repliedAt) }
        )
    }
}
