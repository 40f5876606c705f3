import IdentityAPI
import Models
import Support
import Testing

@testable import Identity

struct InviteTests {
    private func follow(_ name: String, _ code: InvitationCode?, _ host: Harness<IdentityService>) async throws {
        var request = try host.registration(name)
        request.invitation = code
        request.source = .invitation
        _ = try await host.call(request, as: host.visitor)
    }

    @Test(arguments: TestEngine.allCases)
    func theInviterIsNamed(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ines = try await host.joined("Ines")
            let receipt = try await host.call(Invite(email: host.address("Ayo"), name: .example), as: ines)
            #expect(receipt.expiresAt == host.clock.now + .days(30))
            #expect(try await host.published(PersonInvited.self).map(\.inviter) == [.member(ines.member)])
            let message = try #require(try await host.mail(.invitation, to: "Ayo"))
            #expect(message.member == nil && message.name == .example)
            try await follow("Ayo", message.invitation, host)
            #expect(try await host.published(MemberRegistered.self).last?.inviter == .member(ines.member))
            _ = try await host.call(
                ConfirmEmail(code: host.confirmationCode(of: "Ayo"), mode: .consume),
                as: host.visitor
            )
            #expect(try await host.row(of: "Ayo").inviter == .member(ines.member))
        }
    }

    /// Two people register with one invitation; whoever confirms first counts.
    @Test(arguments: TestEngine.allCases)
    func onePersonFollowsAnInvitation(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ines = try await host.joined("Ines")
            _ = try await host.call(Invite(email: host.address("Ayo")), as: ines)
            let code = try await host.mail(.invitation, to: "Ayo")?.invitation
            try await follow("Ayo", code, host)
            try await follow("Kofi", code, host)
            let codes = try await host.mail().filter { $0.kind == .confirmEmail }
            for message in codes.reversed() {
                let code = try #require(message.code)
                _ = try await host.call(ConfirmEmail(code: code, mode: .consume), as: host.visitor)
            }
            let inviters = [try await host.row(of: "Ayo").inviter, try await host.row(of: "Kofi").inviter]
            #expect(inviters.compactMap { $0 } == [.member(ines.member)])
            var late = try host.registration("Mara")
            late.invitation = code
            await #expect(throws: Register.Refusal.invitationUnknown) { try await host.call(late, as: host.visitor) }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func anInvitationExpires(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            _ = try await host.call(Invite(email: host.address("Ayo")), as: host.backend())
            let code = try await host.mail(.invitation, to: "Ayo")?.invitation
            host.clock.advance(by: .days(30))
            await #expect(throws: Register.Refusal.invitationUnknown) { try await follow("Ayo", code, host) }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aMemberHasSoManyIn30Days(engine: TestEngine) async throws {
        try await withIdentity(on: engine, settings: ["WELLSPRING_IDENTITY_INVITATION_LIMIT": "2"]) { host in
            let ines = try await host.joined("Ines")
            for name in ["A", "B"] { _ = try await host.call(Invite(email: host.address(name)), as: ines) }
            await #expect(throws: Invite.Refusal.invitationsExhausted) {
                try await host.call(Invite(email: host.address("C")), as: ines)
            }
            for name in ["D", "E", "F"] {
                _ = try await host.call(Invite(email: host.address(name)), as: host.backend())
            }
            host.clock.advance(by: .days(30))
            _ = try await host.call(Invite(email: host.address("C")), as: ines)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aRepeatedCallInvitesOnce(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ines = try await host.joined("Ines").once("invite-1")
            let first = try await host.rawCall(Invite(email: host.address("Ayo")), as: ines)
            #expect(try await host.rawCall(Invite(email: host.address("Ayo")), as: ines) == first)
            #expect(try await host.published(PersonInvited.self).count == 1)
            #expect(!String(decoding: first, as: UTF8.self).contains("wsi_"))
        }
    }
}
