public import IdentityAPI
import Models
public import RPC

/// This service's own access token, got from identity for its key and renewed before it expires.
public actor TokenSource {
    private let key: ClientKey
    private let clock: WallClock
    private let identity: RPC.Client
    private var current: ClientToken?
    /// A token is renewed when it has less than that left.
    static let margin = Seconds(60)

    public init(key: ClientKey, identity: RPC.Client, clock: WallClock) {
        self.key = key
        self.identity = identity
        self.clock = clock
    }

    public func token() async throws -> String {
        if let current, current.expiresAt - Self.margin > clock.now() { return current.accessToken.wire }
        let fresh = try await identity.call(IssueToken(key: key))
        current = fresh
        return fresh.accessToken.wire
    }
}
