import IdentityAPI
import Models
import TypedSQL

/// API clients of the company. Of their keys only digests are stored.
enum ClientTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE api_client (
            id TEXT NOT NULL PRIMARY KEY,
            title TEXT NOT NULL,
            digest TEXT NOT NULL,
            scopes TEXT NOT NULL,
            created_by TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL,
            revoked_at BIGINT,
            used_at BIGINT,
            CONSTRAINT api_client_has_scope CHECK (scopes <> '')
        )
        """
    ]

    static func insert(
        _ key: ClientKey,
        _ request: CreateClient,
        scopes: [ScopeName],
        by actor: Actor,
        at now: Instant,
        until: Instant
    ) -> Statement {
        Statement(
            """
            INSERT INTO api_client (id, title, digest, scopes, created_by, created_at, expires_at)
            VALUES (\(key.client), \(request.title), \(key.digest), \(WordList(scopes)), \(actor), \(now), \(until))
            """
        )
    }

    /// The scopes of a key that opens, noting that it was used; no row for any other.
    static func use(_ key: ClientKey, at now: Instant) -> Query<[ScopeName]> {
        Query(
            """
            UPDATE api_client SET used_at = \(now)
            WHERE id = \(key.client) AND digest = \(key.digest) AND revoked_at IS NULL AND expires_at > \(now)
            RETURNING scopes
            """
        ) { try $0.get("scopes", as: WordList<ScopeName>.self).words }
    }

    /// The moment of the first time stays.
    static func revoke(_ client: Client.ID, at now: Instant) -> Query<Instant> {
        Query(
            """
            UPDATE api_client SET revoked_at = COALESCE(revoked_at, \(now)) WHERE id = \(client) RETURNING revoked_at
            """
        ) { try $0.get("revoked_at") }
    }

    static let samples: [SQL] = [
        insert(
            .example,
            CreateClient(title: .example, scopes: [.example]),
            scopes: [.example],
            by: .example,
            at: .example,
            until: .example
        ).sql,
        use(.example, at: .example).sql, revoke(.example, at: .example).sql,
    ]
}
