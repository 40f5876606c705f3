import Models
import RewardsAPI
import TypedSQL

/// Certificates as they were signed, and the public halves of the keys that signed them. Keys stay for ever, because
/// certificates do.
enum CertificateTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE certificate_key (
            kid TEXT NOT NULL PRIMARY KEY,
            public_key TEXT NOT NULL,
            since BIGINT NOT NULL
        )
        """,
        """
        CREATE TABLE certificate (
            id TEXT NOT NULL PRIMARY KEY,
            member TEXT NOT NULL,
            course TEXT NOT NULL,
            kid TEXT NOT NULL,
            token TEXT NOT NULL,
            issued_at BIGINT NOT NULL,
            expires_at BIGINT,
            revoked_at BIGINT,
            revoked_by TEXT,
            revoke_reason TEXT,
            CONSTRAINT certificate_revoked CHECK (
                (revoked_at IS NULL) = (revoked_by IS NULL) AND (revoked_at IS NULL) = (revoke_reason IS NULL)
            ),
            CONSTRAINT certificate_signed FOREIGN KEY (kid) REFERENCES certificate_key (kid)
        )
        """,
        "CREATE INDEX certificate_member ON certificate (member, id)",
    ]

    static func publish(_ key: CertificateKey) -> Statement {
        Statement(
            """
            INSERT INTO certificate_key (kid, public_key, since) VALUES (\(key.kid), \(key.publicKey), \(key.since))
            ON CONFLICT (kid) DO NOTHING
            """
        )
    }

    static let keys = Query<CertificateKey>("SELECT kid, public_key, since FROM certificate_key ORDER BY since, kid") {
        row in
        CertificateKey(kid: try row.get("kid"), publicKey: try row.get("public_key"), since: try row.get("since"))
    }

    static func insert(_ certificate: IssuedCertificate, signedBy kid: Digest) -> Statement {
        let status = certificate.status
        return Statement(
            """
            INSERT INTO certificate (id, member, course, kid, token, issued_at, expires_at)
            VALUES (
                \(status.certificate), \(certificate.member), \(status.course), \(kid), \(certificate.token),
                \(status.issuedAt), \(status.expiresAt)
            )
            """
        )
    }

    static func find(_ id: Certificate.ID, at now: Instant) -> Query<IssuedCertificate> {
        Query("SELECT \(columns) FROM certificate WHERE id = \(id)") { row in try read(row, now) }
    }

    static func held(by member: Member.ID, at now: Instant) -> Query<IssuedCertificate> {
        Query("SELECT \(columns) FROM certificate WHERE member = \(member) ORDER BY id") { row in try read(row, now) }
    }

    /// Changes no row where it is revoked.
    static func revoke(_ id: Certificate.ID, by actor: Actor, because reason: Sentence, at now: Instant) -> Statement {
        Statement(
            """
            UPDATE certificate SET revoked_at = \(now), revoked_by = \(actor), revoke_reason = \(reason)
            WHERE id = \(id) AND revoked_at IS NULL
            """
        )
    }

    private static let columns: SQL = "id, member, course, token, issued_at, expires_at, revoked_at, revoke_reason"

    private static func read(_ row: Row, _ now: Instant) throws -> IssuedCertificate {
        let expiresAt: Instant? = try row.get("expires_at")
        let revokedAt: Instant? = try row.get("revoked_at")
        let status = CertificateStatus(
            certificate: try row.get("id"),
            course: try row.get("course"),
            state: .init(revokedAt: revokedAt, expiresAt: expiresAt, now: now),
            issuedAt: try row.get("issued_at"),
            expiresAt: expiresAt,
            revokedAt: revokedAt,
            revokedBecause: try row.get("revoke_reason")
        )
        return IssuedCertificate(status: status, member: try row.get("member"), token: try row.get("token"))
    }

    static var samples: [SQL] {
        let status = CertificateStatus(
            certificate: .example,
            course: .example,
            state: .valid,
            issuedAt: .example,
            expiresAt: nil,
            revokedAt: nil,
            revokedBecause: nil
        )
        let certificate = IssuedCertificate(status: status, member: .example, token: .example)
        let key = CertificateKey(kid: .example, publicKey: .example, since: .example)
        return [
            publish(key).sql, keys.sql, insert(certificate, signedBy: .example).sql, find(.example, at: .example).sql,
            held(by: .example, at: .example).sql,
            revoke(.example, by: .example, because: .example, at: .example).sql,
        ]
    }
}
