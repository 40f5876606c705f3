public import Contract
public import Models

/// What an API client may do, `service:access`: `rewards:write`, `ideas:staff`, or `members:act` for acting for
/// members.
public struct ScopeName: WireValue, Comparable {
    public let wire: String

    public init(wire: String) throws(InvalidValue) {
        guard Self.all.contains(wire) else {
            throw InvalidValue("must be members:act, or a service with read, write or staff such as ideas:read")
        }
        self.wire = wire
    }

    private init(unchecked: String) { wire = unchecked }

    private static let services = ["identity", "ideas", "rewards", "feedback"]
    private static let all = Set(everything.map(\.wire))

    /// Every scope that there is, in alphabetical order.
    public static let everything: [ScopeName] =
        (services.flatMap { service in
            Scope.Access.allCases.map { ScopeName(unchecked: Scope(service: service, access: $0).description) }
        } + [ScopeName(unchecked: "members:act")]).sorted()

    /// What one service needs of the others: to read.
    public static let reading: [ScopeName] = everything.filter { $0.wire.hasSuffix(":read") }

    public static var schema: Schema {
        .text(10...32, pattern: "^((identity|ideas|rewards|feedback):(read|write|staff)|members:act)$", "A scope.")
    }
    public static var example: ScopeName { ScopeName(unchecked: "ideas:read") }
    public static func < (left: ScopeName, right: ScopeName) -> Bool { left.wire < right.wire }
}

/// A new API client with its key, which is shown this once.
public struct CreatedClient: Codable, Sendable, Equatable {
    public var client: Client.ID
    public var key: ClientKey
    public var scopes: [ScopeName]
    public var expiresAt: Instant

    public init(client: Client.ID, key: ClientKey, scopes: [ScopeName], expiresAt: Instant) {
        self.client = client
        self.key = key
        self.scopes = scopes
        self.expiresAt = expiresAt
    }
}

/// An API client whose key opens nothing any more.
public struct RevokedClient: Codable, Sendable, Equatable {
    public var client: Client.ID
    public var revokedAt: Instant

    public init(client: Client.ID, revokedAt: Instant) {
        self.client = client
        self.revokedAt = revokedAt
    }
}
