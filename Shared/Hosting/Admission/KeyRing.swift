import IdentityAPI
import JWTKit
import Models
import RPC

/// Identity's published keys, fetched when a token names one that is not here.
///
/// An unknown key id costs one fetch for all who wait, and at most one in ten seconds, so a flood of invented ids is
/// no way to keep identity busy. A key that identity no longer publishes is gone after the next fetch.
actor KeyRing {
    private let fetch: @Sendable () async throws -> [SigningKey]
    private let clock: WallClock
    private var keys = JWTKeyCollection()
    private var ids: Set<String> = []
    private var lastFetch: Instant?
    private var running: Task<Void, any Error>?
    static let pause = Seconds(10)

    init(clock: WallClock, fetch: @escaping @Sendable () async throws -> [SigningKey]) {
        self.clock = clock
        self.fetch = fetch
    }

    func keys(with id: String) async throws(Fault) -> JWTKeyCollection {
        if !ids.contains(id) { try await refresh() }
        guard ids.contains(id) else { throw .unauthenticated("the token is signed with an unknown key") }
        return keys
    }

    private func refresh() async throws(Fault) {
        if running == nil, let lastFetch, lastFetch + Self.pause > clock.now() { return }
        let task = running ?? Task { try await self.load() }
        running = task
        do { try await task.value } catch {
            running = nil
            throw .unavailable("identity cannot be asked for its keys", retryAfter: 1000)
        }
        running = nil
    }

    private func load() async throws {
        let published = try await fetch()
        let fresh = JWTKeyCollection()
        for key in published {
            await fresh.add(
                eddsa: try EdDSA.PublicKey(x: key.publicKey.wire, curve: .ed25519),
                kid: JWKIdentifier(string: key.kid.wire)
            )
        }
        keys = fresh
        ids = Set(published.map(\.kid.wire))
        lastFetch = clock.now()
    }
}
