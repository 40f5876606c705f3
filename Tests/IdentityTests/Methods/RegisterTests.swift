import IdentityAPI
import Models
import Support
import Testing

@testable import Identity

struct RegisterTests {
    @Test(arguments: TestEngine.allCases)
    func aPersonIsRegisteredUnderTheNorms(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let promise = try await host.call(host.registration("Ines"), as: host.visitor)
            #expect(promise.validUntil == host.clock.now + .hours(24))
            let ines = try await host.known("Ines")
            #expect(
                try await host.published(MemberRegistered.self).map(\.member) == [ines.member]
            )
            let details = try await host.call(GetMember(member: ines.member), as: ines).details
            #expect(details?.stage == .registered)
            #expect(details?.birthYear.wire == 1990)
            #expect(details?.acceptedNorms.wire == 1)
            #expect(details?.language.wire == "en")
            #expect(details?.source == .website)
            let message = try #require(try await host.mail(.confirmEmail, to: "Ines"))
            #expect(message.code != nil && message.member == ines.member && message.name?.wire == "Ines")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func theRefusalsComeInTheirOrder(engine: TestEngine) async throws {
        let settings = [
            "WELLSPRING_IDENTITY_NORMS_VERSION": "2", "WELLSPRING_IDENTITY_INVITATION_NEEDED": "true",
        ]
        try await withIdentity(on: engine, settings: settings) { host in
            var request = try host.registration("Ines", password: "short")
            request.birthDay = try Day(wire: "2015-01-01")
            await refused(.normsOutdated, request, host)
            request.acceptedNorms = try NormsVersion(wire: 2)
            await refused(.guardianConsentNeeded, request, host)
            request.birthDay = try Day(wire: "1990-01-01")
            await refused(.invitationNeeded, request, host)
            request.invitation = .example
            await refused(.invitationUnknown, request, host)
            _ = try await host.call(Invite(email: host.address("Ines")), as: host.backend())
            request.invitation = try await host.mail(.invitation, to: "Ines")?.invitation
            await refused(.passwordTooShort, request, host)
            request.password = try Password(wire: "password123")
            await refused(.passwordTooCommon, request, host)
            request.password = try Password(wire: "ines2026!")
            await refused(.passwordTooCommon, request, host)
            request.password = try Password(wire: Harness<IdentityService>.password)
            _ = try await host.call(request, as: host.visitor)
        }
    }

    private func refused(_ refusal: Register.Refusal, _ request: Register, _ host: Harness<IdentityService>) async {
        await #expect(throws: refusal) { try await host.call(request, as: host.visitor) }
    }

    @Test(arguments: TestEngine.allCases)
    func aGuardianConsentsThroughSomebodyWhoAnswersForIt(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            var request = try host.registration("Kofi")
            request.birthDay = try Day(wire: "2014-01-01")
            request.guardianConsent = try Sentence(wire: "Signed form, received by post.")
            await refused(.guardianConsentNeeded, request, host)
            let reader = host.backend(scopes: ["identity:write"])
            await #expect(throws: Register.Refusal.guardianConsentNeeded) { try await host.call(request, as: reader) }
            _ = try await host.call(request, as: host.backend())
            #expect(try await host.row(of: "Kofi").birthYear.wire == 2014)
        }
    }

    /// The same answer, the same number of hashes; what differs is told to the mailbox.
    @Test(arguments: TestEngine.allCases)
    func nobodyLearnsWhetherAnAddressIsKnown(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.joined("Ines")
            let before = host.hashes
            let unknown = try await host.rawCall(host.registration("Ayo"), as: host.visitor)
            let known = try await host.rawCall(host.registration("Ines"), as: host.visitor)
            let waiting = try await host.rawCall(host.registration("Ayo"), as: host.visitor)
            let without = try await host.rawCall(host.registration("Ines", password: nil), as: host.visitor)
            #expect(unknown == known && known == waiting && waiting == without)
            #expect(host.hashes == before + 4)
            let mail = try await host.mail()
            #expect(
                mail.filter { $0.kind == .alreadyMember }.map(\.address.wire)
                    == Array(repeating: "ines@example.org", count: 2)
            )
            #expect(try await host.published(MemberRegistered.self).count == 2)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func nobodyPreparesAPasswordForAStranger(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            _ = try await host.call(host.registration("Ines", password: "what the attacker chose"), as: host.visitor)
            _ = try await host.mail()
            host.clock.advance(by: .minutes(6))
            _ = try await host.call(host.registration("Ines"), as: host.visitor)
            let codes = try await host.mail().compactMap(\.code)
            _ = try await host.call(ConfirmEmail(code: try #require(codes.last), mode: .consume), as: host.visitor)
            _ = try await host.signIn("Ines")
            await #expect(throws: SignIn.Refusal.credentialsRefused) {
                try await host.signIn("Ines", password: "what the attacker chose")
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aMailboxIsNotFlooded(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            for _ in 1...8 { _ = try await host.call(host.registration("Ines"), as: host.visitor) }
            #expect(try await host.mail().count == 5)
            host.clock.advance(by: Seconds(3601))
            _ = try await host.call(host.registration("Ines"), as: host.visitor)
            #expect(try await host.mail().count == 6)
            try await host.joined("Ayo")
            for _ in 1...8 { _ = try await host.call(host.registration("Ayo"), as: host.visitor) }
            host.clock.advance(by: .minutes(6))
            #expect(try await host.mail().filter { $0.kind == .alreadyMember }.count == 5)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func twentyRegistrationsAtOnceMakeOneMember(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let request = try host.registration("Ines")
            let answers = await race(20) { _ in try await host.call(request, as: host.visitor) }
            #expect(answers.compactMap { try? $0.get() }.count == 20, "\(answers)")
            #expect(try await host.published(MemberRegistered.self).count == 1)
        }
    }
}
