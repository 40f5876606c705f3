import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func redemptionsAreSeenByWhomTheyConcern(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        let offer = try await host.offer(price: 1)
        var receipts: [Receipt] = []
        for member in [ines, omar, ines] {
            try await host.give(5, to: member)
            receipts.append(try await host.redeem(offer, as: member))
            host.clock.advance(by: .minutes(1))
        }
        let ids = receipts.map(\.redemption)
        #expect(try await host.call(ListRedemptions(), as: ines).items.map(\.id) == [ids[0], ids[2]])
        #expect(try await host.call(ListRedemptions(), as: host.staff()).items.map(\.id) == ids)
        #expect(try await host.call(ListRedemptions(), as: host.backend()).items.map(\.id) == ids)
        let asked = ListRedemptions(member: omar.member)
        #expect(try await host.call(asked, as: host.staff()).items.map(\.id) == [ids[1]])
    }
}

/// Another member's are refused like those of nobody, also to staff where there is nobody.
@Test(arguments: TestEngine.allCases)
func redemptionsOfOthersAreRefused(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.give(5, to: ines)
        let callers = [(omar, ines.member), (omar, .example), (host.staff(), .example), (host.backend(), .example)]
        for (caller, member) in callers {
            await #expect(throws: ListRedemptions.Refusal.memberUnknown) {
                try await host.call(ListRedemptions(member: member), as: caller)
            }
        }
        #expect(try await host.call(ListRedemptions(member: omar.member), as: omar).items.isEmpty)
    }
}

@Test(arguments: TestEngine.allCases)
func redemptionsAreFoundByState(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let offer = try await host.offer(price: 1)
        try await host.give(5, to: ines)
        var ids: [Redemption.ID] = []
        for _ in 0..<3 {
            ids.append(try await host.redeem(offer, as: ines).redemption)
            host.clock.advance(by: .minutes(1))
        }
        _ = try await host.call(FulfilRedemption(redemption: ids[0], outcome: .delivered), as: host.staff())
        let open = ListRedemptions(state: .ordered, limit: try PageLimit(wire: 1))
        let first = try await host.call(open, as: host.staff())
        #expect(first.items.map(\.id) == [ids[1]])
        let rest = try await host.call(ListRedemptions(state: .ordered, after: first.next), as: host.staff())
        #expect(rest.items.map(\.id) == [ids[2]])
        #expect(rest.next == nil)
    }
}
