import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

/// What was paid comes back once, into the lots that it came from; the pieces go back into the stock.
@Test(arguments: TestEngine.allCases)
func aDrawThatIsCalledOffGivesEverythingBack(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let members = (0..<5).map { host.member("member \($0)") }
        for member in members { try await host.give(30, to: member) }
        let offer = try await host.offer(price: 9, stock: 4)
        let draw = try await host.openDraw(places: 3, of: offer, price: AssetAmount(amount: points(20)))
        let other = try await host.openDraw(places: 1, price: AssetAmount(amount: points(1)))
        for member in members {
            try await host.enter(draw, as: member)
            try await host.enter(other, as: member)
        }
        #expect(try await host.left(of: offer) == 1)
        let cancelled = try await host.cancel(draw)
        #expect(cancelled.state == .cancelled)
        #expect(cancelled.remark?.wire == "The hall burnt down.")
        #expect(try await host.left(of: offer) == 4)
        #expect(try await host.published(DrawCancelled.self).map(\.draw) == [draw.id])
        try await host.expectSound()
        _ = await race(3) { _ in try await RewardsService.refundEntries(in: host.host.context()) }
        try await RewardsService.refundEntries(in: host.host.context())
        for member in members { #expect(try await host.available(member) == 29) }
        let refunds = try await host.published(PointsMoved.self).filter { $0.kind == .refund }
        #expect(refunds.count == 5)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func cancelDrawRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let unknown = CancelDraw(draw: .example, reason: .example)
        await #expect(throws: CancelDraw.Refusal.drawUnknown) { try await host.call(unknown, as: host.staff()) }
        await #expect(throws: Fault.self) { try await host.call(unknown, as: ines) }
        let draw = try await host.openDraw(places: 1)
        try await host.closeNow(draw)
        try await host.cancel(draw)
        await #expect(throws: CancelDraw.Refusal.drawCancelled) { try await host.cancel(draw) }
        await #expect(throws: EnterDraw.Refusal.drawClosed) { try await host.enter(draw, as: ines) }
        await #expect(throws: CloseDraw.Refusal.drawClosed) { try await host.closeNow(draw) }
        host.clock.advance(by: .days(2))
        await #expect(throws: ResolveDraw.Refusal.drawCancelled) { try await host.resolve(draw) }
        let other = try await host.openDraw(places: 1)
        try await host.closeNow(other)
        host.clock.advance(by: .days(2))
        try await host.resolve(other)
        await #expect(throws: CancelDraw.Refusal.drawDone) { try await host.cancel(other) }
        // One that was called off before its pool was published has none.
        let early = try await host.openDraw(places: 1)
        try await host.enter(early, as: ines)
        try await host.cancel(early)
        await #expect(throws: ListDrawPool.Refusal.drawOpen) { _ = try await host.pool(of: early) }
        try await host.expectSound()
    }
}
