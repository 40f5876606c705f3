import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func drawsAreListedWithTheirSources(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let first = try await host.openDraw(places: 1, price: AssetAmount(amount: points(5)))
        let second = try await host.openDraw(places: 2, prize: AssetAmount(amount: points(7), asset: .petals))
        #expect(first.entryPrice?.asset == .points)
        #expect(try await host.call(ListDraws(), as: ines).items == [first, second])
        try await host.closeNow(first)
        #expect(try await host.call(ListDraws(state: .open), as: ines).items == [second])
        let closed = try await host.call(ListDraws(state: .closed), as: host.backend()).items
        #expect(closed.map(\.id) == [first.id])
        #expect(closed.map(\.sources) == [first.sources])
        let page = try await host.call(ListDraws(limit: PageLimit(wire: 1)), as: ines)
        #expect(page.items.map(\.id) == [first.id])
        #expect(try await host.call(ListDraws(after: page.next), as: ines).items == [second])
        await #expect(throws: Fault.self) { try await host.call(ListDraws(), as: host.visitor) }
    }
}
