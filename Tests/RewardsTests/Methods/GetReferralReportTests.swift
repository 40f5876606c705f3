import Contract
import Hosting
import IdentityAPI
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func reportCountsHowFarEachCame(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let people = (0..<5).map { host.member("person \($0)") }
        try await host.defineReferral(levels: 1)
        for _ in 0..<7 { try await host.deliver(PersonInvited(inviter: people[0].actor), from: IdentityInterface.self) }
        try await host.qualify(people[0], invitedBy: nil)
        try await host.join(people[1], invitedBy: people[0])
        try await host.join(people[2], invitedBy: people[0])
        try await host.complete(people[2], invitedBy: people[0])
        try await host.qualify(people[3], invitedBy: people[0])
        try await host.qualify(people[4], invitedBy: people[3])
        let report = try await host.referrals()
        #expect(report.invited.wire == 7)
        #expect(report.joined.wire == 5)
        #expect(report.referred.wire == 4)
        #expect(report.completed.wire == 3)
        #expect(report.qualified.wire == 2)
        #expect(report.rewarded.wire == 2)
        #expect(report.unpaid.wire == 1)
        #expect(report.depths.map(\.referrals.wire) == [3, 1, 0, 0, 0, 0])
        #expect(report.reproduction.members.wire == 4)
        #expect(report.reproduction.brought.wire == 3)
        #expect(report.reproduction.value == 0.75)
        #expect(report.costs == [ReferralCost(asset: .points, spent: try Points(wire: 220), perMember: 220.0 / 3)])
    }
}

@Test(arguments: TestEngine.allCases)
func reportIsOfThoseWhoJoinedInTime(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let people = (0..<3).map { host.member("person \($0)") }
        let start = host.clock.now
        for (number, person) in people.enumerated() {
            try await host.qualify(person, invitedBy: number == 0 ? nil : people[number - 1])
            host.clock.advance(by: .days(1))
        }
        let first = try await host.referrals(until: start + .days(1))
        #expect(first.joined.wire == 1)
        #expect(first.referred.wire == 0)
        #expect(first.reproduction.brought.wire == 1)
        let rest = try await host.referrals(from: start + .days(1))
        #expect(rest.joined.wire == 2)
        #expect(rest.depths.map(\.referrals.wire) == [1, 1, 0, 0, 0, 0])
        #expect(rest.costs.isEmpty)
        let nobody = try await host.referrals(until: start)
        #expect(nobody.joined.wire == 0)
        #expect(nobody.reproduction.value == nil)
        await #expect(throws: GetReferralReport.Refusal.periodEmpty) {
            _ = try await host.referrals(from: start, until: start)
        }
    }
}
