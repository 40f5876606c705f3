import IdentityAPI
import Models
import TypedSQL

/// A refresh token that somebody presented, with its session.
struct RefreshTokenRow: Sendable {
    var session: Session.ID
    var member: Member.ID
    var presented: SessionRules.Presented
}

/// Digests of refresh tokens. A successor is derived from its parent, so none is stored in readable form.
enum RefreshTokenTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE refresh_token (
            digest TEXT NOT NULL PRIMARY KEY,
            session TEXT NOT NULL,
            parent TEXT,
            created_at BIGINT NOT NULL,
            rotated_at BIGINT,
            CONSTRAINT refresh_token_session FOREIGN KEY (session) REFERENCES session (id) ON DELETE CASCADE
        )
        """,
        "CREATE UNIQUE INDEX refresh_token_parent ON refresh_token (parent)",
        "CREATE INDEX refresh_token_of_session ON refresh_token (session)",
    ]

    static func insert(_ token: Digest, after parent: Digest?, in session: Session.ID, at now: Instant) -> Statement {
        Statement(
            """
            INSERT INTO refresh_token (digest, session, parent, created_at)
            VALUES (\(token), \(session), \(parent), \(now))
            """
        )
    }

    static func find(_ token: Digest) -> Query<RefreshTokenRow> {
        Query(
            """
            SELECT refresh_token.created_at, rotated_at, session.id, member, started_at, ended_at
            FROM refresh_token JOIN session ON session.id = refresh_token.session
            WHERE digest = \(token)
            """
        ) { row in
            RefreshTokenRow(
                session: try row.get("id"),
                member: try row.get("member"),
                presented: SessionRules.Presented(
                    createdAt: try row.get("created_at"),
                    rotatedAt: try row.get("rotated_at"),
                    sessionStartedAt: try row.get("started_at"),
                    sessionEndedAt: try row.get("ended_at")
                )
            )
        }
    }

    /// Changes a row only for the first who asks; the others find it spent.
    static func rotate(_ token: Digest, at now: Instant) -> Statement {
        Statement("UPDATE refresh_token SET rotated_at = \(now) WHERE digest = \(token) AND rotated_at IS NULL")
    }

    static let samples: [SQL] = [
        insert(.example, after: nil, in: .example, at: .example).sql, find(.example).sql,
        rotate(.example, at: .example).sql,
    ]
}
