import Hosting
import IdentityAPI
import Models
import Support
import Testing

@testable import Identity

struct PublicKeysTests {
    /// A year of rotations: at every moment whatever was signed in the last five minutes can be checked with the list
    /// that somebody fetched up to five minutes ago.
    @Test func aRotationLosesNoToken() async throws {
        try await withIdentity(on: .sqlite) { host in
            try await host.joined("Ines")
            let keys = host.host.service.keys
            var names: Set<String> = []
            for _ in 1...60 {
                host.clock.advance(by: Seconds.days(6))
                for _ in 1...5 {
                    let list = try await host.call(PublicKeys(), as: host.visitor).map(\.kid.wire)
                    host.clock.advance(by: .minutes(4))
                    try keys.turn(at: host.clock.now)
                    let kid = try Claims.header(await host.signIn("Ines").accessToken).kid
                    #expect(list.contains(kid))
                    names.insert(kid)
                    host.clock.advance(by: .minutes(4))
                    #expect(try await host.call(PublicKeys(), as: host.visitor).contains { $0.kid.wire == kid })
                }
            }
            #expect(names.count >= 10)
            #expect(try await host.call(PublicKeys(), as: host.visitor).count <= 2)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func everybodyMayAsk(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            for caller in [host.visitor, host.member("Ines"), host.backend(scopes: []), host.peer] {
                let keys = try await host.call(PublicKeys(), as: caller)
                #expect(keys.count == 1 && keys.first?.algorithm == .edDSA)
            }
        }
    }
}
