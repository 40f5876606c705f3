import IdentityAPI
import Models
import Support
import Testing
import TypedSQL

@testable import Identity

struct CreateClientTests {
    @Test(arguments: TestEngine.allCases)
    func theKeyIsShownOnceAndStoredNowhere(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ada = host.member("Ada", roles: [.administrator])
            let scopes = try ["rewards:write", "ideas:read", "rewards:write"].map { try ScopeName(wire: $0) }
            let client = try await host.call(
                CreateClient(title: .example, scopes: scopes, days: Quantity(wire: 30)),
                as: ada
            )
            #expect(client.scopes.map(\.wire) == ["ideas:read", "rewards:write"])
            #expect(client.expiresAt == host.clock.now + .days(30))
            #expect(client.key.client == client.client)
            let stored = try await host.read { tx in
                try tx.one(
                    Query("SELECT digest, created_by FROM api_client") {
                        (try $0.get("digest", as: String.self), try $0.get("created_by", as: Actor.self))
                    }
                )
            }
            #expect(stored.0 == client.key.digest.wire && stored.1 == .member(ada.member))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func theRefusalsComeInTheirOrder(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            await refused(.administratorNeeded, [], host.staff(), host)
            await refused(.scopesMissing, [], host.member("Ada", roles: [.administrator]), host)
            await refused(.scopesMissing, [], host.backend(scopes: ["identity:staff"]), host)
            await refused(.scopeNotHeld, ["rewards:staff"], host.backend(), host)
            await refused(.scopeNotHeld, ["identity:read", "ideas:read"], host.backend(), host)
        }
    }

    private func refused(
        _ refusal: CreateClient.Refusal,
        _ scopes: [String],
        _ caller: TestCaller,
        _ host: Harness<IdentityService>
    ) async {
        await #expect(throws: refusal) {
            let names = try scopes.map { try ScopeName(wire: $0) }
            return try await host.call(CreateClient(title: .example, scopes: names), as: caller)
        }
    }
}
