import Contract
import Crypto
import Foundation
import Hosting
import IdentityAPI
import JWTKit
public import Models

/// Somebody who calls a service under test, stable by name.
public struct TestCaller: Sendable {
    /// Nil for a visitor, who has no token.
    public let bearer: Bearer?
    public var idempotencyKey: String?
    public var actingFor: Member.ID?
    /// Sent as it is, instead of a token that is signed for the bearer.
    public var token: String?
    /// How long this caller waits for an answer.
    public var patience = Duration.seconds(120)

    public init(_ bearer: Bearer?) { self.bearer = bearer }

    /// Somebody who holds a token that was issued by a service.
    public init(token: String) {
        bearer = nil
        self.token = token
    }

    /// The id of a member; ends the test where this is none.
    public var member: Member.ID { bearer?.actor.member ?? .example }
    public var actor: Actor { bearer?.actor ?? .example }

    /// The same caller, with `_meta.idempotency_key`.
    public func once(_ key: String) -> TestCaller {
        var caller = self
        caller.idempotencyKey = key
        return caller
    }

    /// The same caller, who waits no longer than that.
    public func within(_ patience: Duration) -> TestCaller {
        var caller = self
        caller.patience = patience
        return caller
    }

    /// The same backend, acting for a member.
    public func acting(for member: Member.ID) -> TestCaller {
        var caller = self
        caller.actingFor = member
        return caller
    }
}

/// Signs tokens as identity does, with a key of its own.
struct TestSigner: Sendable {
    private let key = Curve25519.Signing.PrivateKey()
    private let kid: KeyName

    init() { kid = KeyName(digest: SHA256.hash(data: key.publicKey.rawRepresentation)) }

    func published() throws -> SigningKey {
        let text = key.publicKey.rawRepresentation.base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        return SigningKey(kid: kid, algorithm: .edDSA, publicKey: try PublicKeyText(wire: text))
    }

    func token(for bearer: Bearer, at now: Instant) async throws -> String {
        let keys = JWTKeyCollection()
        let id = JWKIdentifier(string: kid.wire)
        await keys.add(eddsa: EdDSA.PrivateKey(backing: key), kid: id)
        let claims = AccessClaims(for: bearer, at: now, life: .minutes(5), tokenID: "test")
        return try await keys.sign(claims, kid: id, header: ["typ": .string(AccessClaims.headerType)])
    }
}
