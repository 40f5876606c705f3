import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

/// What is published suffices to recompute the draw, at each stage as much as can be known.
@Test(arguments: TestEngine.allCases)
func aDrawSaysWhatItTakesToRecomputeIt(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let reader = host.member("member 0")
        let draw = try await host.openDraw(places: 2)
        for number in 0..<7 { try await host.enter(draw, as: host.member("member \(number)")) }
        let open = try await host.call(GetDraw(draw: draw.id), as: reader)
        #expect(open.draw.sources == draw.sources)
        #expect(open.draw.entries.wire == 7)
        #expect(open.draw.poolHash == nil)
        try await host.closeNow(draw)
        let closed = try await host.call(GetDraw(draw: draw.id), as: reader)
        let pool = try await host.pool(of: draw)
        #expect(closed.draw.poolHash == PoolText.digest(of: pool))
        #expect(closed.key == nil)
        #expect(closed.numbers.isEmpty)
        host.clock.advance(by: .days(2))
        try await host.resolve(draw)
        let done = try await host.call(GetDraw(draw: draw.id), as: host.backend())
        #expect(done.numbers == lottery)
        let key = try #require(done.key)
        #expect(key == VerifiableSelection.key(of: done.numbers))
        #expect(done.winners.map(\.member) == recomputed(key, pool, places: 2))
        #expect(done.winners.map(\.rank.wire) == [1, 2])
    }
}

@Test(arguments: TestEngine.allCases)
func getDrawRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        await #expect(throws: GetDraw.Refusal.drawUnknown) {
            try await host.call(GetDraw(draw: .example), as: host.staff())
        }
        await #expect(throws: Fault.self) { try await host.call(GetDraw(draw: .example), as: host.visitor) }
    }
}
