import Models
import Synchronization
import TypedSQL

/// The sessions that were ended before their tokens expire. Short, because a token lives for minutes.
final class Revocations: Sendable {
    private let sessions = Mutex<[Session.ID: Instant]>([:])

    func add(_ session: Session.ID, until: Instant) { sessions.withLock { $0[session] = until } }
    func contains(_ session: Session.ID) -> Bool { sessions.withLock { $0[session] != nil } }

    /// At the start, and from time to time where several processes share a database.
    func reload(from database: Database, at now: Instant) async throws {
        let rows = try await database.read { tx in try tx.all(RevokedSessionTable.current(at: now)) }
        let current = Dictionary(rows, uniquingKeysWith: { first, _ in first })
        sessions.withLock { known in
            known = known.filter { $0.value > now }.merging(current) { _, stored in stored }
        }
    }
}

enum RevokedSessionTable {
    static let migration = Migration(
        4,
        "revoked_session",
        ["CREATE TABLE revoked_session (session TEXT NOT NULL PRIMARY KEY, tokens_expire BIGINT NOT NULL)"]
    )

    static func insert(_ session: Session.ID, tokensExpire: Instant) -> Statement {
        Statement(
            "INSERT INTO revoked_session (session, tokens_expire) VALUES (\(session), \(tokensExpire)) ON CONFLICT DO NOTHING"
        )
    }

    static func current(at now: Instant) -> Query<(Session.ID, Instant)> {
        Query("SELECT session, tokens_expire FROM revoked_session WHERE tokens_expire > \(now)") { row in
            (try row.get("session"), try row.get("tokens_expire"))
        }
    }

    static func forget(before now: Instant) -> Statement {
        Statement("DELETE FROM revoked_session WHERE tokens_expire < \(now)")
    }
}
