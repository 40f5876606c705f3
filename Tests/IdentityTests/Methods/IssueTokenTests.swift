import Contract
import Foundation
import IdentityAPI
import Models
import RPC
import Support
import Testing

@testable import Identity

struct IssueTokenTests {
    private func created(_ scopes: [String], _ host: Harness<IdentityService>) async throws -> CreatedClient {
        let names = try scopes.map { try ScopeName(wire: $0) }
        let administrator = host.member("Ada", roles: [.administrator])
        return try await host.call(CreateClient(title: .example, scopes: names), as: administrator)
    }

    private func issue(_ key: ClientKey, _ host: Harness<IdentityService>) async throws -> ClientToken {
        try await host.call(IssueToken(key: key), as: host.visitor)
    }

    @Test(arguments: TestEngine.allCases)
    func theTokenSaysWhatTheKeyWasGiven(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let client = try await created(["identity:read", "rewards:write"], host)
            let answer = try await issue(client.key, host)
            let claims = try Claims(answer.accessToken)
            let now = host.clock.now.microseconds / 1_000_000
            #expect(claims.iss == "wellspring-identity" && claims.aud == "wellspring")
            #expect(claims.sub == client.client.wire && claims.kind == "client" && claims.sid == nil)
            #expect(claims.scope == "identity:read rewards:write" && claims.roles.isEmpty)
            #expect(claims.iat == now && claims.nbf == now && claims.exp == now + 300)
            let header = try Claims.header(answer.accessToken)
            let published = try await host.call(PublicKeys(), as: host.visitor)
            #expect(header.alg == "EdDSA" && header.typ == "at+jwt")
            #expect(published.map(\.kid.wire) == [header.kid])
            #expect(try await Claims(issue(client.key, host).accessToken).jti != claims.jti)
        }
    }

    /// From the key to a call, through the verifier of production.
    @Test(arguments: TestEngine.allCases)
    func theTokenOpensWhatItsScopesSay(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ines = try await host.joined("Ines")
            let (reading, acting) = (
                try await created(["identity:read"], host), try await created(["members:act"], host)
            )
            let reader = TestCaller(token: try await issue(reading.key, host).accessToken.wire)
            #expect(try await host.call(GetMember(member: ines.member), as: reader).details == nil)
            await #expect(throws: Fault.permissionDenied("identity.members")) {
                try await host.call(ListMembers(), as: reader)
            }
            await #expect(throws: Fault.self) {
                try await host.call(NextOnboardingStep(), as: reader.acting(for: ines.member))
            }
            let actor = TestCaller(token: try await issue(acting.key, host).accessToken.wire)
            let progress = try await host.call(NextOnboardingStep(), as: actor.acting(for: ines.member))
            #expect(progress.next == .learnSelfService)
            await #expect(throws: Fault.self) { try await host.call(GetMember(member: ines.member), as: actor) }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aDamagedOrLateTokenOpensNothing(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let client = try await created(["identity:read", "identity:staff"], host)
            let token = try await issue(client.key, host).accessToken.wire
            _ = try await host.call(ListMembers(), as: TestCaller(token: token))
            let parts = token.split(separator: ".").map(String.init)
            let none = Data(#"{"alg":"none","typ":"at+jwt","kid":"x"}"#.utf8).base64EncodedString()
            let damaged = [
                "", "x", parts[0] + "." + parts[1], parts[0] + "." + parts[1] + ".", none + "." + parts[1] + ".",
                none + "." + parts[1] + "." + parts[2], parts[0] + "." + parts[1].reversed() + "." + parts[2],
                String(token.dropLast(4)), token + "." + parts[2],
            ]
            for wrong in damaged {
                await #expect(throws: Fault.self) { try await host.call(ListMembers(), as: TestCaller(token: wrong)) }
            }
            host.clock.advance(by: .minutes(6))
            await #expect(throws: Fault.self) { try await host.call(ListMembers(), as: TestCaller(token: token)) }
        }
    }

    /// Never given, of another secret, revoked and expired: all the same.
    @Test(arguments: TestEngine.allCases)
    func whatOpensNothingIsRefusedAlike(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let client = try await created(["identity:read"], host)
            let forged = ClientKey(client: client.client, bytes: (0..<32).map { UInt8($0) })
            await #expect(throws: IssueToken.Refusal.keyRefused) { try await issue(.example, host) }
            await #expect(throws: IssueToken.Refusal.keyRefused) { try await issue(forged, host) }
            host.clock.advance(by: .days(364))
            _ = try await issue(client.key, host)
            host.clock.advance(by: .days(1))
            await #expect(throws: IssueToken.Refusal.keyRefused) { try await issue(client.key, host) }
            let next = try await created(["identity:read"], host)
            let administrator = host.member("Ada", roles: [.administrator])
            _ = try await host.call(RevokeClient(client: next.client), as: administrator)
            await #expect(throws: IssueToken.Refusal.keyRefused) { try await issue(next.key, host) }
        }
    }

    /// A fresh installation has no account; whoever can put a file beside it begins.
    @Test(arguments: TestEngine.allCases)
    func theOperatorBeginsWithAFile(engine: TestEngine) async throws {
        let folder = try KeyFolder()
        defer { folder.remove() }
        let (operatorKey, rewardsKey) = (folder.key("operator"), folder.key("rewards"))
        try folder.write(operatorKey.wire + "\n", to: "operator.key")
        try folder.write(rewardsKey.wire, to: "services/rewards.key")
        let settings = [
            "WELLSPRING_IDENTITY_OPERATOR_KEY_FILE": folder.path("operator.key"),
            "WELLSPRING_IDENTITY_SERVICE_KEYS_DIR": folder.path("services"),
        ]
        try await withIdentity(on: engine, settings: settings) { host in
            let answer = try await issue(operatorKey, host)
            #expect(answer.scopes == ScopeName.everything)
            let begin = TestCaller(token: answer.accessToken.wire)
            let ines = try await host.joined("Ines")
            _ = try await host.call(GrantRole(member: ines.member, role: .administrator), as: begin)
            _ = try await host.call(CreateClient(title: .example, scopes: ScopeName.reading), as: begin)
            let service = try Claims(await issue(rewardsKey, host).accessToken)
            #expect(service.kind == "service" && service.scope == ScopeName.reading.map(\.wire).joined(separator: " "))
            let forged = ClientKey(client: operatorKey.client, bytes: (0..<32).map { _ in 7 })
            await #expect(throws: IssueToken.Refusal.keyRefused) { try await issue(forged, host) }
        }
        try await withIdentity(on: engine) { host in
            await #expect(throws: IssueToken.Refusal.keyRefused) { try await issue(operatorKey, host) }
        }
    }
}
