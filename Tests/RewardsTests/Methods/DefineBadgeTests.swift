import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

/// The past counts too, and each grade says which contribution completed it.
@Test(arguments: TestEngine.allCases)
func badgesAreGivenByRuleAlsoForThePast(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.ideas(3, by: ines)
        try await host.ideas(1, by: omar)
        try await host.reviewStanding()
        try await host.ideaBadge("idea-giver", 2, 3, 5)
        for _ in 0..<2 { try await host.reviewStanding() }
        let held = try await host.badges(ines)
        #expect(held.map(\.grade.wire) == [1, 2])
        #expect(held.map { $0.counted?.wire } == [3, 3])
        #expect(Set(held.compactMap(\.evidence)).count == 2)
        #expect(try await host.badges(omar).isEmpty)
        try await host.ideas(2, by: ines)
        try await host.reviewStanding()
        #expect(try await host.badges(ines).map(\.grade.wire) == [1, 2, 3])
        #expect(try await host.published(BadgeGiven.self).map(\.grade.wire) == [1, 2, 3])
    }
}

/// Points are those that were earned: what was taken back gives no badge, and what was spent does.
@Test(arguments: TestEngine.allCases)
func badgesForPointsAndLevels(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.levels()
        let saver = DefineBadge(
            key: try BadgeKey(wire: "earner"),
            title: .example,
            criterion: StandingCriterion(kind: .points),
            steps: [try points(20)]
        )
        let silver = DefineBadge(
            key: try BadgeKey(wire: "silver"),
            title: .example,
            criterion: StandingCriterion(kind: .level, level: try LevelKey(wire: "silver"))
        )
        _ = try await host.call(saver, as: host.staff())
        #expect(try await host.call(silver, as: host.staff()).steps.map(\.wire) == [1])
        let award = try await host.give(20, to: omar)
        try await host.reverse(award.transfer, 1)
        try await host.give(30, to: ines)
        try await host.charge(30, from: ines)
        try await host.ideas(3, by: ines)
        try await host.reviewStanding()
        #expect(try await host.badges(ines).map(\.badge.wire) == ["earner", "silver"])
        #expect(try await host.badges(omar).isEmpty)
    }
}

@Test(arguments: TestEngine.allCases)
func defineBadgeRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        func define(_ criterion: StandingCriterion, _ steps: [Int64]? = nil) async throws {
            let steps = try steps?.map(points)
            let define = DefineBadge(key: .example, title: .example, criterion: criterion, steps: steps)
            _ = try await host.call(define, as: host.staff())
        }
        for criterion in [
            StandingCriterion(kind: .contributions), StandingCriterion(kind: .level),
            StandingCriterion(kind: .points, event: .ideaSubmitted), StandingCriterion(kind: .hand, level: .example),
        ] {
            await #expect(throws: DefineBadge.Refusal.criterionIncomplete) { try await define(criterion, [2, 1]) }
        }
        await #expect(throws: DefineBadge.Refusal.stepsNotAscending) {
            try await define(StandingCriterion(kind: .points), [2, 2])
        }
        await #expect(throws: DefineBadge.Refusal.stepsNotAscending) {
            try await define(StandingCriterion(kind: .level, level: .example), [1, 2])
        }
        await #expect(throws: Fault.self) {
            let define = DefineBadge(key: .example, title: .example, criterion: StandingCriterion(kind: .hand))
            _ = try await host.call(define, as: host.member("Ines"))
        }
    }
}
