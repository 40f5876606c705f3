public import Contract
public import Models

/// A certificate as a JWT in the form of an Open Badges 3.0 credential, signed with EdDSA.
public struct CredentialToken: WireValue {
    public let wire: String

    public init(wire: String) throws(InvalidValue) {
        let parts = wire.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, wire.utf8.count <= 65_536,
            parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isBase64URL) })
        else { throw InvalidValue("must be three parts of base64url joined by dots, at most 65536 characters") }
        self.wire = wire
    }

    private init(unchecked: String) { wire = unchecked }

    public static var schema: Schema {
        .text(
            5...65_536,
            pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$",
            "A signed certificate, a JWT (RFC 7519)."
        )
    }
    public static var example: CredentialToken {
        CredentialToken(unchecked: "eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJtZW1iZXIifQ.c2lnbmF0dXJl")
    }
}

/// The 32 bytes of an Ed25519 public key in base64url without padding (RFC 8037).
public struct CertificateKeyText: WireValue {
    public let wire: String

    public init(wire: String) throws(InvalidValue) {
        guard wire.utf8.count == 43, wire.utf8.allSatisfy(isBase64URL) else {
            throw InvalidValue("must be 43 characters of base64url")
        }
        self.wire = wire
    }

    private init(unchecked: String) { wire = unchecked }

    public static var schema: Schema {
        .text(43...43, pattern: "^[A-Za-z0-9_-]{43}$", "An Ed25519 public key in base64url without padding.")
    }
    public static var example: CertificateKeyText {
        CertificateKeyText(unchecked: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
    }
}

private func isBase64URL(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45 || byte == 95
}

/// The public half of a key that signed certificates; with it anybody can verify them without asking.
public struct CertificateKey: Codable, Sendable, Equatable {
    /// Stands in the header of each certificate that it signed: the SHA-256 of the 32 bytes of the public half.
    public var kid: Digest
    /// `x` of the JWK with `kty` OKP and `crv` Ed25519; the algorithm is EdDSA.
    public var publicKey: CertificateKeyText
    /// When it first signed.
    public var since: Instant

    public init(kid: Digest, publicKey: CertificateKeyText, since: Instant) {
        self.kid = kid
        self.publicKey = publicKey
        self.since = since
    }
}

/// Whether a certificate holds.
public struct CertificateStatus: Codable, Sendable, Equatable {
    public var certificate: Certificate.ID
    public var course: Course.ID
    public var state: CertificateState
    public var issuedAt: Instant
    /// Absent where it does not expire.
    public var expiresAt: Instant?
    public var revokedAt: Instant?
    public var revokedBecause: Sentence?

    public init(
        certificate: Certificate.ID,
        course: Course.ID,
        state: CertificateState,
        issuedAt: Instant,
        expiresAt: Instant?,
        revokedAt: Instant?,
        revokedBecause: Sentence?
    ) {
        self.certificate = certificate
        self.course = course
        self.state = state
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
        self.revokedAt = revokedAt
        self.revokedBecause = revokedBecause
    }
}

public enum CertificateState: String, Codable, CaseIterable, Sendable {
    case valid
    case expired
    case revoked
}

/// A certificate with its status, for the member whose it is.
public struct IssuedCertificate: Codable, Sendable, Equatable {
    public var status: CertificateStatus
    public var member: Member.ID
    public var token: CredentialToken

    public init(status: CertificateStatus, member: Member.ID, token: CredentialToken) {
        self.status = status
        self.member = member
        self.token = token
    }
}
