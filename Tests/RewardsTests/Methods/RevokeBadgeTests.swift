import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

/// A revoked badge stays in the list; the rule does not give it again, and staff may.
@Test(arguments: TestEngine.allCases)
func aRevokedBadgeStaysRevoked(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.ideaBadge("idea-giver", 1, 2)
        try await host.ideas(2, by: ines)
        try await host.reviewStanding()
        let revoked = try await host.revokeBadge("idea-giver", 2, from: ines)
        #expect(revoked.map(\.grade.wire) == [2])
        #expect(revoked.map(\.revokedBecause) == [.example])
        try await host.ideas(1, by: ines)
        try await host.reviewStanding()
        #expect(try await host.badges(ines).map { $0.revokedAt == nil } == [true, false])
        try await host.giveBadge("idea-giver", 2, to: ines)
        #expect(try await host.badges(ines).allSatisfy { $0.revokedAt == nil })
        #expect(try await host.revokeBadge("idea-giver", from: ines).count == 2)
        #expect(try await host.published(BadgeRevoked.self).map(\.grade.wire) == [2, 1, 2])
    }
}

@Test(arguments: TestEngine.allCases)
func revokeBadgeRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        await #expect(throws: RevokeBadge.Refusal.badgeUnknown) { try await host.revokeBadge("b", from: ines) }
        try await host.ideaBadge("b", 1, 2)
        await #expect(throws: RevokeBadge.Refusal.badgeNotHeld) { try await host.revokeBadge("b", from: ines) }
        try await host.giveBadge("b", to: ines)
        await #expect(throws: RevokeBadge.Refusal.badgeNotHeld) { try await host.revokeBadge("b", 2, from: ines) }
        try await host.revokeBadge("b", from: ines)
        await #expect(throws: RevokeBadge.Refusal.badgeNotHeld) { try await host.revokeBadge("b", from: ines) }
    }
}
