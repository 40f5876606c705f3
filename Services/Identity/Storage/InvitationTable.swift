import IdentityAPI
import Models
import TypedSQL

/// Who invited whom. The address and the name of a person who is no member stand here and in no other table.
enum InvitationTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE invitation (
            id TEXT NOT NULL PRIMARY KEY,
            inviter TEXT NOT NULL,
            email TEXT NOT NULL,
            name TEXT,
            language TEXT,
            digest TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL,
            used_by TEXT
        )
        """,
        "CREATE UNIQUE INDEX invitation_digest ON invitation (digest)",
        "CREATE INDEX invitation_of_inviter ON invitation (inviter, created_at)",
    ]

    static func insert(
        _ id: Invitation.ID,
        _ invite: Invite,
        by inviter: Actor,
        digest: Digest,
        at now: Instant,
        until: Instant
    ) -> Statement {
        Statement(
            """
            INSERT INTO invitation (id, inviter, email, name, language, digest, created_at, expires_at)
            VALUES (\(id), \(inviter), \(invite.email), \(invite.name), \(invite.language), \(digest), \(now), \(until))
            """
        )
    }

    /// An invitation that can still be followed.
    static func open(_ digest: Digest, at now: Instant) -> Query<(id: Invitation.ID, inviter: Actor)> {
        Query(
            """
            SELECT id, inviter FROM invitation WHERE digest = \(digest) AND used_by IS NULL AND expires_at > \(now)
            """
        ) { row in (try row.get("id"), try row.get("inviter")) }
    }

    /// Changes a row only for the first who follows it.
    static func use(_ id: Invitation.ID, by member: Member.ID) -> Statement {
        Statement("UPDATE invitation SET used_by = \(member) WHERE id = \(id) AND used_by IS NULL")
    }

    static func count(by inviter: Actor, since: Instant) -> Query<Int> {
        Query("SELECT COUNT(*) AS sent FROM invitation WHERE inviter = \(inviter) AND created_at > \(since)") {
            try $0.get("sent")
        }
    }

    static func forget(expiredBefore: Instant) -> Statement {
        Statement("DELETE FROM invitation WHERE expires_at < \(expiredBefore)")
    }

    static let samples: [SQL] = [
        insert(.example, Invite(email: .example), by: .example, digest: .example, at: .example, until: .example).sql,
        open(.example, at: .example).sql, use(.example, by: .example).sql, count(by: .example, since: .example).sql,
        forget(expiredBefore: .example).sql,
    ]
}
