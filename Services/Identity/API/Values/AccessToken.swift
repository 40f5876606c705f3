public import Contract
public import Models

/// A signed token (JWT) that every service accepts until it expires.
public struct AccessToken: WireValue {
    public let wire: String

    public init(wire: String) throws(InvalidValue) {
        let parts = wire.split(separator: ".", omittingEmptySubsequences: false)
        guard (5...8192).contains(wire.utf8.count), parts.count == 3, parts.allSatisfy({ !$0.isEmpty }),
            wire.utf8.allSatisfy(Self.isAllowed)
        else { throw InvalidValue("must be a signed token of three parts") }
        self.wire = wire
    }

    private init(unchecked: String) { wire = unchecked }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            || [45, 46, 95].contains(byte)
    }

    public static var schema: Schema {
        .text(5...8192, pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$", "A signed access token.")
    }
    public static var example: AccessToken {
        AccessToken(unchecked: "eyJ0eXAiOiJhdCtqd3QifQ.eyJhdWQiOiJ3ZWxsc3ByaW5nIn0.c2ln")
    }
}

extension AccessToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "(hidden)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// What a member holds after signing in.
public struct SessionTokens: Codable, Sendable, Equatable {
    public var member: Member.ID
    public var session: Session.ID
    public var accessToken: AccessToken
    public var accessExpiresAt: Instant
    /// Spent with the next refresh, which gives another.
    public var refreshToken: RefreshToken
    /// The latest moment at which it can be used.
    public var refreshExpiresAt: Instant

    public init(
        member: Member.ID,
        session: Session.ID,
        accessToken: AccessToken,
        accessExpiresAt: Instant,
        refreshToken: RefreshToken,
        refreshExpiresAt: Instant
    ) {
        self.member = member
        self.session = session
        self.accessToken = accessToken
        self.accessExpiresAt = accessExpiresAt
        self.refreshToken = refreshToken
        self.refreshExpiresAt = refreshExpiresAt
    }
}

/// What an API client or a service gets for its key.
public struct ClientToken: Codable, Sendable, Equatable {
    public var client: Client.ID
    public var accessToken: AccessToken
    public var expiresAt: Instant
    public var scopes: [ScopeName]

    public init(client: Client.ID, accessToken: AccessToken, expiresAt: Instant, scopes: [ScopeName]) {
        self.client = client
        self.accessToken = accessToken
        self.expiresAt = expiresAt
        self.scopes = scopes
    }
}
