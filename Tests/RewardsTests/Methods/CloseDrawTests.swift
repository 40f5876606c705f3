import Contract
import Crypto
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func thePoolIsPublishedBeforeTheNumbersAreKnown(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let draw = try await host.openDraw(places: 1)
        let members = (0..<5).map { host.member("member \($0)") }
        for member in members { try await host.enter(draw, as: member) }
        await #expect(throws: ListDrawPool.Refusal.drawOpen) { _ = try await host.pool(of: draw) }
        try await host.closeDraws()
        #expect(try await host.published(DrawClosed.self).isEmpty)
        host.clock.advance(by: .days(1))
        try await host.closeDraws()
        try await host.closeDraws()
        let sorted = members.map(\.member).sorted()
        let text = sorted.enumerated().map { "\($0 + 1) \($1)\n" }.joined()
        let hash = Models.Digest(bytes: SHA256.hash(data: Array(text.utf8)))
        #expect(try await host.published(DrawClosed.self).map(\.pool) == [hash])
        #expect(try await host.pool(of: draw) == sorted)
        let first = try await host.call(ListDrawPool(draw: draw.id, limit: PageLimit(wire: 2)), as: members[0])
        #expect(first.items.map(\.place?.wire) == [1, 2])
        let rest = try await host.call(ListDrawPool(draw: draw.id, after: first.next), as: members[0])
        #expect(rest.items.map(\.member) == Array(sorted.dropFirst(2)))
        await #expect(throws: CloseDraw.Refusal.drawClosed) {
            try await host.call(CloseDraw(draw: draw.id), as: host.staff())
        }
    }
}

@Test(arguments: TestEngine.allCases)
func aPoolThatIsLateNeedsLaterNumbers(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let draw = try await host.openDraw(places: 1)
        await #expect(throws: CloseDraw.Refusal.drawUnknown) {
            try await host.call(CloseDraw(draw: .example), as: host.staff())
        }
        await #expect(throws: Fault.self) { try await host.call(CloseDraw(draw: draw.id), as: host.member("Ines")) }
        host.clock.advance(by: .days(3))
        try await host.closeDraws()
        var close = CloseDraw(draw: draw.id)
        await #expect(throws: CloseDraw.Refusal.seedKnown) { try await host.call(close, as: host.staff()) }
        close.seedFrom = host.clock.now
        await #expect(throws: CloseDraw.Refusal.seedKnown) { try await host.call(close, as: host.staff()) }
        close.seedFrom = host.clock.now + .days(1)
        #expect(try await host.call(close, as: host.staff()).seedFrom == close.seedFrom)
        await #expect(throws: ResolveDraw.Refusal.seedTooEarly) { try await host.resolve(draw) }
        host.clock.advance(by: .days(1))
        #expect(try await host.resolve(draw).winners.isEmpty)
    }
}
