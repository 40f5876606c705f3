import IdentityAPI
import Models
import Support
import Testing

@testable import Identity

struct CompleteProfileTests {
    private let whole = CompleteProfile(customerType: .leading, affiliation: .example, interests: [.example])

    @Test(arguments: TestEngine.allCases)
    func theFirstCompletenessIsToldOnce(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ines = try await host.joined("Ines")
            let state = try await host.call(CompleteProfile(customerType: .leading), as: ines)
            #expect(state == ProfileState(missing: [.affiliation, .interests], completedAt: nil))
            #expect(try await host.published(ProfileCompleted.self).isEmpty)
            #expect(try await host.call(whole, as: ines).completedAt == host.clock.now)
            host.clock.advance(by: .days(1))
            _ = try await host.call(CompleteProfile(interests: []), as: ines)
            let again = try await host.call(whole, as: ines)
            #expect(again.completedAt == host.clock.now - .days(1))
            let events = try await host.published(ProfileCompleted.self)
            #expect(events.map(\.member) == [ines.member] && events.first?.customerType == .leading)
            #expect(events.first?.inviter == nil)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func whoeverInvitedIsNamed(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ines = try await host.joined("Ines")
            _ = try await host.call(Invite(email: host.address("Ayo")), as: ines)
            var request = try host.registration("Ayo")
            request.invitation = try await host.mail(.invitation, to: "Ayo")?.invitation
            _ = try await host.call(request, as: host.visitor)
            let code = try await host.confirmationCode(of: "Ayo")
            _ = try await host.call(ConfirmEmail(code: code, mode: .consume), as: host.visitor)
            _ = try await host.call(whole, as: host.known("Ayo"))
            #expect(try await host.published(ProfileCompleted.self).map(\.inviter) == [.member(ines.member)])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func everythingIsKept(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ines = try await host.joined("Ines")
            var change = whole
            change.interests = try ["water", "glass", "bread"].map { try Tag(wire: $0) }
            change.contactBy = [.phone, .email]
            change.name = try PersonName(wire: "Ines Okafor")
            change.language = try LanguageTag(wire: "zh-Hant")
            _ = try await host.call(change, as: ines)
            let view = try await host.call(GetMember(member: ines.member), as: ines)
            #expect(view.name == change.name && view.affiliation == .example && view.customerType == .leading)
            #expect(view.details?.interests == change.interests)
            #expect(view.details?.contactBy == [.phone, .email])
            #expect(view.details?.language == change.language)
            #expect(view.details?.stage == .completed)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func theRefusalsComeInTheirOrder(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let many = CompleteProfile(interests: try (1...21).map { try Tag(wire: "\($0)") })
            await #expect(throws: CompleteProfile.Refusal.memberUnknown) {
                try await host.call(many, as: host.member("Ghost"))
            }
            let ayo = try await host.registered("Ayo")
            await #expect(throws: CompleteProfile.Refusal.notConfirmed) { try await host.call(many, as: ayo) }
            let ines = try await host.joined("Ines")
            await #expect(throws: CompleteProfile.Refusal.interestsTooMany) { try await host.call(many, as: ines) }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func manyAtOnceCompleteItOnce(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ines = try await host.joined("Ines")
            _ = await race(8) { _ in try await host.call(whole, as: ines) }
            #expect(try await host.published(ProfileCompleted.self).count == 1)
        }
    }
}
