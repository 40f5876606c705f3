import Models

/// Where the inbox goes on: by the due moment, and by the id among those that are due at the same one.
struct InboxCursor: Sendable, Equatable {
    var dueAt: Instant
    var submission: String

    /// What the cursor is made from.
    var key: String { "\(dueAt.microseconds) \(submission)" }

    init(dueAt: Instant, submission: String) {
        self.dueAt = dueAt
        self.submission = submission
    }

    /// Nil for the cursor of another list.
    init?(_ cursor: Cursor) {
        let parts = cursor.key.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let microseconds = Int64(parts[0]) else { return nil }
        self.init(dueAt: Instant(microseconds: microseconds), submission: String(parts[1]))
    }
}
