import Models
import TypedSQL

/// A stored code; its secret is not stored.
struct OneTimeCodeRow: Sendable {
    var id: OneTime.ID
    var member: Member.ID
    /// Of the password that the registration chose, if it did.
    var passwordHash: String?
    var code: OneTimeCode
}

/// Codes that were sent to mailboxes. Each brings the password of its own registration with it, so that nobody prepares
/// a password for a stranger who registers later.
enum OneTimeCodeTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE one_time_code (
            id TEXT NOT NULL PRIMARY KEY,
            purpose TEXT NOT NULL,
            member TEXT NOT NULL,
            digest TEXT NOT NULL,
            password_hash TEXT,
            created_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL,
            used_at BIGINT,
            CONSTRAINT one_time_code_member FOREIGN KEY (member) REFERENCES member (id) ON DELETE CASCADE
        )
        """,
        "CREATE UNIQUE INDEX one_time_code_digest ON one_time_code (digest)",
        "CREATE INDEX one_time_code_of_member ON one_time_code (member, created_at)",
    ]

    static func insert(
        _ id: OneTime.ID,
        _ purpose: OneTimeCode.Purpose,
        for member: Member.ID,
        digest: Digest,
        passwordHash: String?,
        at now: Instant,
        until: Instant
    ) -> Statement {
        Statement(
            """
            INSERT INTO one_time_code (id, purpose, member, digest, password_hash, created_at, expires_at)
            VALUES (\(id), \(purpose), \(member), \(digest), \(passwordHash), \(now), \(until))
            """
        )
    }

    static func find(_ digest: Digest, _ purpose: OneTimeCode.Purpose) -> Query<OneTimeCodeRow> {
        Query(
            """
            SELECT id, member, password_hash, expires_at, used_at FROM one_time_code
            WHERE digest = \(digest) AND purpose = \(purpose)
            """
        ) { row in
            OneTimeCodeRow(
                id: try row.get("id"),
                member: try row.get("member"),
                passwordHash: try row.get("password_hash"),
                code: OneTimeCode(expiresAt: try row.get("expires_at"), usedAt: try row.get("used_at"))
            )
        }
    }

    /// How many codes of a purpose a member was sent.
    static func count(_ purpose: OneTimeCode.Purpose, for member: Member.ID, since: Instant) -> Query<Int> {
        Query(
            """
            SELECT COUNT(*) AS sent FROM one_time_code
            WHERE member = \(member) AND purpose = \(purpose) AND created_at > \(since)
            """
        ) { try $0.get("sent") }
    }

    /// Changes a row only for the first who asks.
    static func spend(_ id: OneTime.ID, at now: Instant) -> Statement {
        Statement(
            """
            UPDATE one_time_code SET used_at = \(now), password_hash = NULL
            WHERE id = \(id) AND used_at IS NULL AND expires_at > \(now)
            """
        )
    }

    /// The other codes of the same purpose are worth nothing any more.
    static func spendAll(_ purpose: OneTimeCode.Purpose, of member: Member.ID, at now: Instant) -> Statement {
        Statement(
            """
            UPDATE one_time_code SET used_at = \(now), password_hash = NULL
            WHERE member = \(member) AND purpose = \(purpose) AND used_at IS NULL
            """
        )
    }

    static func forget(before: Instant) -> Statement {
        Statement("DELETE FROM one_time_code WHERE expires_at < \(before)")
    }

    static let samples: [SQL] = [
        insert(
            .example,
            .confirmEmail,
            for: .example,
            digest: .example,
            passwordHash: nil,
            at: .example,
            until: .example
        ).sql,
        find(.example, .confirmEmail).sql, count(.confirmEmail, for: .example, since: .example).sql,
        spend(.example, at: .example).sql,
        spendAll(.confirmEmail, of: .example, at: .example).sql, forget(before: .example).sql,
    ]
}
