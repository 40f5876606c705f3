import Models
import TypedSQL

/// Sessions of members: one sign-in on one device, and the family of all its refresh tokens.
enum SessionTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE session (
            id TEXT NOT NULL PRIMARY KEY,
            member TEXT NOT NULL,
            started_at BIGINT NOT NULL,
            renewed_at BIGINT NOT NULL,
            ended_at BIGINT,
            CONSTRAINT session_member FOREIGN KEY (member) REFERENCES member (id) ON DELETE CASCADE
        )
        """,
        "CREATE INDEX session_of_member ON session (member, started_at)",
    ]

    static func insert(_ id: Session.ID, of member: Member.ID, at now: Instant) -> Statement {
        Statement(
            """
            INSERT INTO session (id, member, started_at, renewed_at) VALUES (\(id), \(member), \(now), \(now))
            """
        )
    }

    static func renew(_ id: Session.ID, at now: Instant) -> Statement {
        Statement("UPDATE session SET renewed_at = \(now) WHERE id = \(id)")
    }

    /// Oldest first.
    static func running(
        of member: Member.ID,
        startedAfter: Instant,
        renewedAfter: Instant
    ) -> Query<Session.ID> {
        Query(
            """
            SELECT id FROM session
            WHERE member = \(member) AND ended_at IS NULL
                AND started_at > \(startedAfter) AND renewed_at > \(renewedAfter)
            ORDER BY started_at, id
            """
        ) { try $0.get("id") }
    }

    /// Changes a row only for the first who asks.
    static func end(_ id: Session.ID, at now: Instant) -> Statement {
        Statement("UPDATE session SET ended_at = \(now) WHERE id = \(id) AND ended_at IS NULL")
    }

    /// Their refresh tokens go with them.
    static func forget(renewedBefore: Instant) -> Statement {
        Statement("DELETE FROM session WHERE renewed_at < \(renewedBefore)")
    }

    static let samples: [SQL] = [
        insert(.example, of: .example, at: .example).sql, renew(.example, at: .example).sql,
        running(of: .example, startedAfter: .example, renewedAfter: .example).sql, end(.example, at: .example).sql,
        forget(renewedBefore: .example).sql,
    ]
}
