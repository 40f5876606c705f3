import IdentityAPI
import Models
import Support
import Testing

@testable import Identity

struct RevokeClientTests {
    @Test(arguments: TestEngine.allCases)
    func theMomentOfTheFirstTimeStays(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ada = host.member("Ada", roles: [.administrator])
            let client = try await host.call(CreateClient(title: .example, scopes: [.example]), as: ada)
            let first = try await host.call(RevokeClient(client: client.client), as: ada)
            #expect(first.revokedAt == host.clock.now)
            host.clock.advance(by: .hours(1))
            #expect(try await host.call(RevokeClient(client: client.client), as: host.backend()) == first)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func theRefusalsComeInTheirOrder(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            await #expect(throws: RevokeClient.Refusal.administratorNeeded) {
                try await host.call(RevokeClient(client: .example), as: host.staff())
            }
            await #expect(throws: RevokeClient.Refusal.clientUnknown) {
                try await host.call(RevokeClient(client: .example), as: host.backend())
            }
        }
    }
}
