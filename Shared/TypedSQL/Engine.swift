/// The two database engines on which every query, constraint and migration must mean the same.
public enum Engine: String, Sendable, Hashable, CaseIterable {
    case sqlite, postgres
}

/// How much a `write` is kept apart from the writes that run beside it.
///
/// SQLite has one writer, so there both mean the same. On PostgreSQL `serializable` is the default;
/// `readCommitted` may be stated where a race test shows that guarded statements are enough.
/// A transaction that waits for `Transaction.lock(name:)` must be `readCommitted`: a serializable one
/// has taken its snapshot before it got the lock.
public enum Isolation: Sendable, Hashable {
    case serializable, readCommitted
}

/// What a job does with its connection.
package enum Access: Sendable, Hashable {
    case read
    case write(Isolation)
    case migration

    package var isRead: Bool { self == .read }
}
