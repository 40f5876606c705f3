import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func badgesAreGivenByHand(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.ideaBadge("idea-giver", 1, 5)
        let given = try await host.giveBadge("idea-giver", 2, to: ines)
        #expect(given.reason == .example)
        #expect(given.counted == nil)
        try await host.ideas(5, by: ines)
        try await host.reviewStanding()
        let held = try await host.badges(ines)
        #expect(held.map(\.grade.wire).sorted() == [1, 2])
        #expect(held.first { $0.grade.wire == 2 } == given)
        #expect(try await host.published(BadgeGiven.self).count == 2)
    }
}

@Test(arguments: TestEngine.allCases)
func giveBadgeRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        await #expect(throws: GiveBadge.Refusal.badgeUnknown) { try await host.giveBadge("idea-giver", 9, to: ines) }
        try await host.ideaBadge("idea-giver", 1)
        await #expect(throws: GiveBadge.Refusal.gradeUnknown) { try await host.giveBadge("idea-giver", 2, to: ines) }
        try await host.giveBadge("idea-giver", to: ines)
        await #expect(throws: GiveBadge.Refusal.badgeHeld) { try await host.giveBadge("idea-giver", to: ines) }
    }
}
