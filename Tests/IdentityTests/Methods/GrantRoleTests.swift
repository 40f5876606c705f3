import IdentityAPI
import Models
import Support
import Testing

@testable import Identity

struct GrantRoleTests {
    @Test(arguments: TestEngine.allCases)
    func aRoleIsGivenAndTold(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ines = try await host.joined("Ines")
            let ada = host.member("Ada", roles: [.administrator])
            let grant = try await host.call(GrantRole(member: ines.member, role: .advocate), as: ada)
            #expect(grant == GrantedRole(member: ines.member, role: .advocate, grantedAt: host.clock.now))
            _ = try await host.call(GrantRole(member: ines.member, role: .expert), as: host.backend())
            #expect(try await host.call(GetMember(member: ines.member), as: ines).roles == [.advocate, .expert])
            let events = try await host.published(RoleGranted.self)
            #expect(events.map(\.role) == [.advocate, .expert])
            #expect(events.map(\.by) == [.member(ada.member), host.backend().actor])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func theRefusalsComeInTheirOrder(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ada = host.member("Ada", roles: [.administrator])
            await refused(.administratorNeeded, .example, host.staff(), host)
            await refused(.administratorNeeded, .example, host.member("Moe", roles: [.moderator]), host)
            await refused(.memberUnknown, .example, ada, host)
            await refused(.notConfirmed, try await host.registered("Ayo").member, ada, host)
            let ines = try await host.joined("Ines").member
            _ = try await host.call(GrantRole(member: ines, role: .expert), as: ada)
            await refused(.roleHeld, ines, ada, host)
            #expect(try await host.published(RoleGranted.self).count == 1)
        }
    }

    private func refused(
        _ refusal: GrantRole.Refusal,
        _ member: Member.ID,
        _ caller: TestCaller,
        _ host: Harness<IdentityService>
    ) async {
        await #expect(throws: refusal) { try await host.call(GrantRole(member: member, role: .expert), as: caller) }
    }
}
