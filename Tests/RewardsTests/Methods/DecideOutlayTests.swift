import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func approvalPaysFromTheBudget(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        try await host.fund(hikers.wire, 100)
        let paid = try await host.decide(try await host.request("hike", 60))
        #expect(paid.state == .paid)
        #expect(paid.decidedBy == .member(host.staff().member))
        #expect(try await host.left(hikers.wire) == 40)
        let state = try #require(try await host.call(ListBudgets(), as: host.staff()).items.first)
        #expect([state.funded, state.withdrawn, state.awarded, state.paidOut].map(\.wire) == [100, 0, 0, 60])
        #expect(try await host.published(PointsMoved.self).map(\.kind) == [.funding, .payout])
        #expect(try await host.published(OutlayDecided.self).map(\.decision) == [.approve])
        // A payout comes back by `rewards.returnOutlay` alone.
        let payout = try #require(paid.payout)
        await #expect(throws: ReverseTransfer.Refusal.notReversible) { try await host.reverse(payout) }
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func rejectionSaysWhy(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        try await host.fund(hikers.wire, 100)
        let request = try await host.request("hike", 60)
        let rejected = try await host.decide(request, .reject)
        #expect(rejected.state == .rejected)
        #expect(rejected.remark?.wire == "It is too far away.")
        #expect(rejected.payout == nil)
        #expect(try await host.left(hikers.wire) == 100)
        #expect(try await host.published(OutlayDecided.self).map(\.decision) == [.reject])
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func decideOutlayRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        await #expect(throws: DecideOutlay.Refusal.reasonMissing) {
            try await host.call(DecideOutlay(outlay: .example, decision: .reject), as: host.staff())
        }
        let unknown = DecideOutlay(outlay: .example, decision: .approve)
        await #expect(throws: DecideOutlay.Refusal.outlayUnknown) { try await host.call(unknown, as: host.staff()) }
        await #expect(throws: Fault.self) { try await host.call(unknown, as: host.member("Ines")) }
        try await host.fund(hikers.wire, 100)
        // Four eyes: for people and for backends.
        let own = try await host.request("hike", 101, as: host.staff("Noor"))
        await #expect(throws: DecideOutlay.Refusal.ownRequest) { try await host.decide(own, as: host.staff("Noor")) }
        let backends = try await host.request("picnic", as: host.backend())
        await #expect(throws: DecideOutlay.Refusal.ownRequest) { try await host.decide(backends, as: host.backend()) }
        await #expect(throws: DecideOutlay.Refusal.budgetShort) { try await host.decide(own) }
        #expect(try await host.call(ListOutlays(state: .requested), as: host.staff()).items == [own, backends])
        try await host.tamper("UPDATE account SET stopped_at = 1 WHERE kind = 'budget'")
        await #expect(throws: DecideOutlay.Refusal.accountStopped) { try await host.decide(backends) }
        try await host.tamper("UPDATE account SET stopped_at = NULL")
        try await host.decide(backends)
        await #expect(throws: DecideOutlay.Refusal.outlayDecided) { try await host.decide(backends, .reject) }
        try await host.expectSound()
    }
}

/// Ten requests of 30 meet a budget of 100, each decided four times at once: three are paid, and the budget has ten left.
@Test(arguments: TestEngine.allCases)
func theBudgetStopsExactly(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        try await host.fund(hikers.wire, 100)
        var requests: [OutlayRecord] = []
        for number in 0..<10 { requests.append(try await host.request("hike-\(number)", 30)) }
        let results = await race(40) { [requests] in
            try await host.decide(requests[$0 % 10], as: host.staff("staff \($0)"))
        }
        #expect(results.compactMap { try? $0.get() }.count == 3)
        let refused =
            count(DecideOutlay.Refusal.budgetShort, in: results)
            + count(DecideOutlay.Refusal.outlayDecided, in: results)
        #expect(refused == 37)
        #expect(try await host.left(hikers.wire) == 10)
        #expect(try await host.call(ListOutlays(state: .paid), as: host.staff()).items.count == 3)
        #expect(try await host.call(ListOutlays(state: .requested), as: host.staff()).items.count == 7)
        try await host.expectSound()
    }
}
