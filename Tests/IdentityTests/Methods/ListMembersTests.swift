import IdentityAPI
import Models
import RPC
import Support
import Testing

@testable import Identity

struct ListMembersTests {
    @Test(arguments: TestEngine.allCases)
    func pagesHoldEverybodyOnceInOrder(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            var members: [Member.ID] = []
            for number in 1...7 {
                members.append(try await host.registered("Member\(number)").member)
                host.clock.advance(by: Seconds(1))
            }
            var (seen, request): ([Member.ID], ListMembers) = ([], ListMembers(limit: try PageLimit(wire: 3)))
            for count in [3, 3, 1] {
                let page = try await host.call(request, as: host.staff())
                #expect(page.items.count == count && (page.next == nil) == (count == 1))
                seen += page.items.map(\.member)
                request.after = page.next
            }
            #expect(seen == members)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func eachFilterNarrows(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.registered("Ayo")
            let ines = try await host.joined("Ines")
            let kofi = try await host.joined("Kofi")
            let whole = CompleteProfile(customerType: .expert, affiliation: .example, interests: [.example])
            _ = try await host.call(whole, as: kofi)
            _ = try await host.call(GrantRole(member: ines.member, role: .expert), as: host.backend())
            #expect(try await names(ListMembers(), host) == ["Ayo", "Ines", "Kofi"])
            #expect(try await names(ListMembers(stage: .registered), host) == ["Ayo"])
            #expect(try await names(ListMembers(stage: .confirmed), host) == ["Ines"])
            #expect(try await names(ListMembers(stage: .completed), host) == ["Kofi"])
            #expect(try await names(ListMembers(customerType: .expert), host) == ["Kofi"])
            #expect(try await names(ListMembers(role: .expert), host) == ["Ines"])
            #expect(try await names(ListMembers(source: .website), host).count == 3)
            #expect(try await names(ListMembers(stage: .completed, role: .expert), host).isEmpty)
            #expect(try await names(ListMembers(source: .event), host).isEmpty)
        }
    }

    private func names(_ request: ListMembers, _ host: Harness<IdentityService>) async throws -> [String] {
        try await host.call(request, as: host.backend()).items.map(\.name.wire).sorted()
    }

    @Test(arguments: TestEngine.allCases)
    func onlyStaffSeesTheList(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let others = [
                host.visitor, host.member("Ines"), host.member("Eve", roles: [.expert, .advocate, .organiser]),
                host.backend(scopes: ["identity:read", "identity:write", "members:act"]), host.peer,
            ]
            for caller in others {
                await #expect(throws: Fault.self) { try await host.call(ListMembers(), as: caller) }
            }
            _ = try await host.call(ListMembers(), as: host.member("Moe", roles: [.moderator]))
        }
    }
}
