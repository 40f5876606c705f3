import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func badgesAreOnesOwn(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        #expect(try await host.badges(ines).isEmpty)
        let ask = ListMemberBadges(member: ines.member)
        await #expect(throws: ListMemberBadges.Refusal.memberNeeded) {
            try await host.call(ListMemberBadges(), as: host.backend())
        }
        await #expect(throws: ListMemberBadges.Refusal.memberUnknown) { try await host.call(ask, as: omar) }
        await #expect(throws: ListMemberBadges.Refusal.memberUnknown) { try await host.call(ask, as: host.backend()) }
        try await host.ideas(1, by: ines)
        try await host.ideaBadge("idea-giver", 1)
        try await host.reviewStanding()
        let asked = try await host.call(ask, as: host.backend())
        #expect(asked.map(\.badge.wire) == ["idea-giver"])
        #expect(try await host.badges(ines) == asked)
    }
}
