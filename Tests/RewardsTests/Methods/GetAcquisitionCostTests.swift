import Contract
import Hosting
import IdentityAPI
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

/// What was paid for joining is divided by those who qualified, invited or not.
@Test(arguments: TestEngine.allCases)
func acquisitionIsDividedByThoseWhoQualified(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let people = ["Ada", "Ben", "Cia", "Dan"].map { host.member($0) }
        try await host.defineReferral()
        try await host.rule("profile", .profileCompleted, .member, 15)
        try await host.rule("helped", custom("helped"), .member, 7)
        try await host.qualify(people[0], invitedBy: nil)
        try await host.qualify(people[1], invitedBy: people[0])
        try await host.join(people[2], invitedBy: people[0])
        try await host.join(people[3])
        try await host.complete(people[3])
        let report = try await host.call(GetAcquisitionCost(), as: host.staff())
        #expect(report.joined.wire == 4 && report.qualified.wire == 2)
        let cost = try #require(report.costs.first)
        // 3 profiles at 15, one referral at 100 and 10.
        #expect(cost.spent.wire == 155 && cost.perMember == 77.5)
        // Garwood's limits of 2 are 0.2422 and 7.2247.
        #expect(abs((cost.low ?? 0) - 155 / 7.2247) < 0.01 && abs((cost.high ?? 0) - 155 / 0.2422) < 0.1)
        let none = GetAcquisitionCost(from: host.clock.now + .days(1), until: host.clock.now + .days(2))
        #expect(try await host.call(none, as: host.staff()).costs.isEmpty)
        await #expect(throws: GetAcquisitionCost.Refusal.periodEmpty) {
            try await host.call(GetAcquisitionCost(from: host.clock.now, until: host.clock.now), as: host.staff())
        }
    }
}
