public import Contract
public import JWTKit
public import Models

/// What stands in an access token (RFC 9068 in spirit; EdDSA only).
public struct AccessClaims: JWTPayload, Sendable {
    public var iss: String
    public var aud: String
    /// A member or an API client.
    public var sub: String
    public var kind: CallerKind
    public var roles: [Role]
    /// Scopes, separated by spaces, as OAuth writes them.
    public var scope: String
    public var sid: String?
    /// Seconds since 1970, like the two below.
    public var iat: Int64
    public var nbf: Int64
    public var exp: Int64
    public var jti: String

    public static let issuer = "wellspring-identity"
    public static let audience = "wellspring"
    /// The `typ` of the token's header: an identity or a refresh token can never pass for an access token.
    public static let headerType = "at+jwt"

    /// - Parameters:
    ///   - bearer: who it is for.
    ///   - life: how long it is valid from `now` on.
    ///   - tokenID: unique; for audit.
    public init(for bearer: Bearer, at now: Instant, life: Seconds, tokenID: String) {
        iss = Self.issuer
        aud = Self.audience
        sub = bearer.actor.text
        kind = bearer.kind
        roles = bearer.roles.sorted { $0.rawValue < $1.rawValue }
        scope = bearer.scopes.sorted().joined(separator: " ")
        sid = bearer.session?.wire
        iat = now.microseconds / 1_000_000
        nbf = iat
        exp = iat + life.count
        jti = tokenID
    }

    /// The signature alone is checked here; what depends on the moment is ``TokenVerifier``'s, which is given a clock.
    public func verify(using algorithm: some JWTAlgorithm) throws {}

    /// The bearer that the claims speak of; nil where they contradict themselves.
    var bearer: Bearer? {
        guard let actor = try? Actor(wire: sub), (actor.member != nil) == (kind == .member) else { return nil }
        let session = sid.flatMap { try? Session.ID(wire: $0) }
        guard (session != nil) == (sid != nil) else { return nil }
        let scopes = Set(scope.split(separator: " ").map(String.init))
        return Bearer(actor: actor, kind: kind, session: session, roles: Set(roles), scopes: scopes)
    }
}
