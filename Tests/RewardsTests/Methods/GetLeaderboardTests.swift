import Contract
import Hosting
import IdeasAPI
import IdentityAPI
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func leaderboardStatesTies(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let names = ["Ines", "Omar", "Lena", "Theo", "Mara"]
        for (name, amount) in zip(names, [10, 30, 20, 20, 500] as [Int64]) {
            try await host.give(amount, to: host.member(name))
        }
        let granted = RoleGranted(member: Cast.member("Mara"), role: .manager, by: .example)
        try await host.deliver(granted, from: IdentityInterface.self)
        let expert = RoleGranted(member: Cast.member("Ines"), role: .expert, by: .example)
        try await host.deliver(expert, from: IdentityInterface.self)
        let all = try await host.call(GetLeaderboard(), as: host.member("Ines"))
        #expect(all.items.map(\.rank.wire) == [1, 2, 2, 4])
        #expect(all.items.map(\.earned.wire) == [30, 20, 20, 10])
        #expect(all.items.map(\.isTied) == [false, true, true, false])
        #expect(all.staffLeftOut.wire == 1)
        #expect(all.hiddenLeftOut == .zero)
        #expect(all.items.first?.member == Cast.member("Omar"))
        var paged: [LeaderboardPlace] = []
        var request = GetLeaderboard(limit: try PageLimit(wire: 1))
        repeat {
            let page = try await host.call(request, as: host.member("Ines"))
            paged += page.items
            request.after = page.next
        } while request.after != nil
        #expect(paged == all.items)
    }
}

@Test(arguments: TestEngine.allCases)
func leaderboardCountsWhatWasEarnedInThePeriod(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        let day = host.clock.now.day
        try await host.give(10, to: ines)
        try await host.redeem(try await host.offer(price: 9), as: ines)
        host.clock.advance(by: .days(1))
        try await host.give(5, to: omar)
        let first = try await host.call(GetLeaderboard(from: day, through: day), as: ines)
        let place = LeaderboardPlace(
            rank: .example,
            isTied: false,
            member: ines.member,
            earned: try Points(wire: 10)
        )
        #expect(first.items == [place])
        let later = try await host.call(GetLeaderboard(from: Day(number: day.number + 1)), as: ines)
        #expect(later.items.map(\.member) == [omar.member])
    }
}

@Test(arguments: TestEngine.allCases)
func leaderboardRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let reversed = GetLeaderboard(from: .example, through: Day(number: Day.example.number - 1))
        await #expect(throws: GetLeaderboard.Refusal.periodEmpty) { try await host.call(reversed, as: ines) }
        let foreign = GetLeaderboard(after: Cursor(key: "elsewhere"))
        await #expect(throws: Fault.self) { try await host.call(foreign, as: ines) }
    }
}

/// What was taken back counts nowhere, and a campaign's ranking has only what its events earned.
@Test(arguments: TestEngine.allCases)
func leaderboardOfACampaign(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        let other = Campaign.ID(at: .example, entropy: 7)
        try await host.rule("idea", .ideaSubmitted, .author, 10)
        try await host.ideas(2, by: ines)
        try await host.ideas(1, by: omar)
        try await host.ideas(2, by: omar, in: other)
        try await host.give(500, to: ines)
        let board = try await host.call(GetLeaderboard(campaign: .example), as: ines)
        #expect(board.items.map(\.member) == [ines.member, omar.member])
        #expect(board.items.map(\.earned.wire) == [20, 10])
        let second = try await host.call(GetLeaderboard(campaign: other), as: ines)
        #expect(second.items.map(\.earned.wire) == [20])
        let lines = try await host.call(GetStatement(), as: omar).lines
        for line in lines.prefix(2) { try await host.reverse(line.transfer) }
        #expect(try await host.call(GetLeaderboard(campaign: other), as: ines).items.isEmpty)
        #expect(try await host.call(GetLeaderboard(), as: ines).items.map(\.earned.wire) == [520, 10])
    }
}

@Test(arguments: TestEngine.allCases)
func leaderboardOfAGroup(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        let club = Group.ID(at: .example, entropy: 3)
        let event = try EarningEvent(wire: "custom.cleanedUp")
        try await host.rule("clean-up", event, .member, 10)
        for _ in 0..<2 { try await host.record(event.wire, omar, group: club) }
        try await host.record(event.wire, ines, group: Group.ID(at: .example, entropy: 4))
        try await host.record(event.wire, ines)
        let board = try await host.call(GetLeaderboard(group: club), as: ines)
        #expect(board.items.map(\.member) == [omar.member])
        #expect(board.items.map(\.earned.wire) == [20])
        #expect(try await host.call(GetLeaderboard(), as: ines).items.map(\.earned.wire) == [20, 20])
    }
}
