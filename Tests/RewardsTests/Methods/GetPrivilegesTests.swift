import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func privilegesComeWithTheLevel(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let ask = GetPrivileges(member: ines.member)
        #expect(try await host.call(ask, as: host.backend()).privileges.isEmpty)
        try await host.levels()
        #expect(try await host.call(ask, as: host.backend()).privileges.isEmpty)
        try await host.ideas(2, by: ines)
        try await host.give(20, to: ines)
        let held = try await host.call(ask, as: host.backend())
        #expect(held.level?.wire == "silver")
        #expect(held.privileges.map(\.wire) == ["bronze-door", "silver-door"])
        #expect(try await host.call(GetPrivileges(), as: ines) == held)
    }
}

@Test(arguments: TestEngine.allCases)
func privilegesRefuse(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        await #expect(throws: GetPrivileges.Refusal.memberNeeded) {
            try await host.call(GetPrivileges(), as: host.backend())
        }
        await #expect(throws: GetPrivileges.Refusal.memberUnknown) {
            try await host.call(GetPrivileges(member: omar.member), as: ines)
        }
    }
}
