import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func listsEachRuleInItsLatestVersion(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        try await host.rule("b-comment", .commentPosted, .author, 1)
        try await host.rule("a-idea", .ideaSubmitted, .author, 10)
        let latest = try await host.rule("a-idea", .ideaSubmitted, .author, 20)
        try await host.rule("c-vote", .ballotCast, .voter, 5)
        let first = try await host.call(ListRules(limit: PageLimit(wire: 2)), as: host.member("Ines"))
        #expect(first.items.map(\.key.wire) == ["a-idea", "b-comment"])
        #expect(first.items.first == latest)
        let rest = try await host.call(ListRules(after: first.next), as: host.member("Ines"))
        #expect(rest.items.map(\.key.wire) == ["c-vote"])
        #expect(rest.next == nil)
    }
}
