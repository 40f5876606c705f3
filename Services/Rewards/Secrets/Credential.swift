import Contract
import Crypto
import Foundation
import Models
import RPC
import RewardsAPI

/// A certificate as a credential of Open Badges 3.0 in the form of a JWT (section 8.2 of that specification).
///
/// The payload is the credential, beside the registered claims. `vc` has it once more for readers of the older form,
/// Verifiable Credentials 1.1, section 6.3.1, in which it stands there.
struct Credential: Sendable {
    let id: Certificate.ID
    let member: Member.ID
    let course: CourseTerms
    let issuer: CertificateIssuer
    let issuedAt: Instant
    let expiresAt: Instant?

    /// - Throws: what the signature throws; nothing that depends on the certificate.
    func signed(with key: Curve25519.Signing.PrivateKey) throws -> CredentialToken {
        let input = "\(Base64URL.text(header(key).text().utf8)).\(Base64URL.text(payload.text().utf8))"
        let signature = try key.signature(for: Data(input.utf8))
        return try CredentialToken(wire: "\(input).\(Base64URL.text(signature))")
    }

    private func header(_ key: Curve25519.Signing.PrivateKey) -> JSONValue {
        let half = CertificateKey.text(of: key)
        return [
            "alg": "EdDSA", "typ": "JWT", "kid": .string(CertificateKey.name(of: key).wire),
            "jwk": ["kty": "OKP", "crv": "Ed25519", "x": .string(half)],
        ]
    }

    private var payload: JSONValue {
        var claims: [JSONValue.Member] = [
            .init("iss", .string(issuer.id)), .init("sub", .string("urn:wellspring:member:\(member)")),
            .init("jti", .string("urn:wellspring:certificate:\(id)")), .init("nbf", .integer(issuedAt.seconds)),
        ]
        if let expiresAt { claims.append(.init("exp", .integer(expiresAt.seconds))) }
        return .object(claims + credential + [.init("vc", .object(credential))])
    }

    private var credential: [JSONValue.Member] {
        var members: [JSONValue.Member] = [
            .init(
                "@context",
                [
                    "https://www.w3.org/ns/credentials/v2",
                    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                ]
            ),
            .init("id", .string("urn:wellspring:certificate:\(id)")),
            .init("type", ["VerifiableCredential", "OpenBadgeCredential"]),
            .init("issuer", ["id": .string(issuer.id), "type": ["Profile"], "name": .string(issuer.name)]),
            .init("validFrom", .string(Instant(seconds: issuedAt.seconds).wire)),
        ]
        if let expiresAt { members.append(.init("validUntil", .string(Instant(seconds: expiresAt.seconds).wire))) }
        return members + [
            .init("name", .string(course.title.wire)),
            .init(
                "credentialSubject",
                [
                    "id": .string("urn:wellspring:member:\(member)"), "type": ["AchievementSubject"],
                    "achievement": achievement,
                ]
            ),
        ]
    }

    private var achievement: JSONValue {
        let test =
            course.questions.isEmpty
            ? "All lessons were completed."
            : "All lessons were completed, and at least \(course.passMark.wire) percent of the test were right."
        return [
            "id": .string("urn:wellspring:course:\(course.course)"), "type": ["Achievement"],
            "achievementType": "CertificateOfCompletion", "name": .string(course.title.wire),
            "description": .string(course.about.wire), "criteria": ["narrative": .string(test)],
        ]
    }
}

/// Who signs, as certificates name it.
struct CertificateIssuer: Hashable, Sendable {
    /// A URI.
    let id: String
    let name: String
}

extension CertificateKey {
    static func text(of key: Curve25519.Signing.PrivateKey) -> String {
        Base64URL.text(key.publicKey.rawRepresentation)
    }

    static func name(of key: Curve25519.Signing.PrivateKey) -> Models.Digest {
        Models.Digest(bytes: SHA256.hash(data: key.publicKey.rawRepresentation))
    }
}

/// RFC 4648 section 5, without padding.
enum Base64URL {
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}

extension Instant {
    /// Whole seconds since 1970, as a JWT has them.
    fileprivate var seconds: Int64 { self.seconds(since: Instant(microseconds: 0)) }
    fileprivate init(seconds: Int64) { self.init(microseconds: seconds * 1_000_000) }
}
