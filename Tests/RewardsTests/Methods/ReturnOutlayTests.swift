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
func whatWasNotSpentComesBack(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        try await host.fund(hikers.wire, 100)
        let paid = try await host.decide(try await host.request("hike", 60))
        #expect(try await host.giveBack(paid, 20).returned.wire == 20)
        #expect(try await host.left(hikers.wire) == 60)
        let rest = try await host.giveBack(paid)
        #expect(rest.returned.wire == 60)
        #expect(rest.state == .paid)
        #expect(try await host.left(hikers.wire) == 100)
        let state = try #require(try await host.call(ListBudgets(), as: host.staff()).items.first)
        #expect([state.funded, state.awarded, state.paidOut].map(\.wire) == [100, 0, 0])
        #expect(try await host.published(PointsMoved.self).map(\.kind) == [.funding, .payout, .payback, .payback])
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func returnOutlayRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let unknown = ReturnOutlay(outlay: .example, reason: .example)
        await #expect(throws: ReturnOutlay.Refusal.outlayUnknown) { try await host.call(unknown, as: host.staff()) }
        await #expect(throws: Fault.self) { try await host.call(unknown, as: host.member("Ines")) }
        try await host.fund(hikers.wire, 100)
        let request = try await host.request("hike", 60)
        await #expect(throws: ReturnOutlay.Refusal.outlayNotPaid) { try await host.giveBack(request) }
        try await host.decide(request)
        await #expect(throws: ReturnOutlay.Refusal.outlayReturned) { try await host.giveBack(request, 61) }
        try await host.tamper("UPDATE account SET stopped_at = 1 WHERE kind = 'activity'")
        await #expect(throws: ReturnOutlay.Refusal.accountStopped) { try await host.giveBack(request, 1) }
        try await host.tamper("UPDATE account SET stopped_at = NULL")
        try await host.giveBack(request)
        await #expect(throws: ReturnOutlay.Refusal.outlayReturned) { try await host.giveBack(request) }
        try await host.expectSound()
    }
}

/// Much is paid and comes back at once, and no two wait for each other in a circle.
@Test(arguments: TestEngine.allCases)
func notMoreComesBackThanWasPaid(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        try await host.fund(hikers.wire, 1000)
        let paid = try await host.decide(try await host.request("hike", 50))
        let results = await race(30) { number -> OutlayRecord in
            if number.isMultiple(of: 3) { return try await host.decide(try await host.request("walk-\(number)", 10)) }
            return try await host.giveBack(paid, 10)
        }
        #expect(results.compactMap { try? $0.get() }.count == 15)
        #expect(count(ReturnOutlay.Refusal.outlayReturned, in: results) == 15)
        #expect(try await host.left(hikers.wire) == 900)
        try await host.expectSound()
    }
}
