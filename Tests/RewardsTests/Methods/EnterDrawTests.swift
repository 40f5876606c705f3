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
func aMemberIsInADrawOnce(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let draw = try await host.openDraw(places: 1)
        let entry = try await host.enter(draw, as: ines)
        #expect(try await host.enter(draw, as: ines) == entry)
        await #expect(throws: EnterDraw.Refusal.drawUnknown) {
            try await host.call(EnterDraw(draw: .example), as: ines)
        }
        #expect(try await host.call(GetDraw(draw: draw.id), as: ines).draw.entries.wire == 1)
        try await host.tamper("UPDATE draw SET entries = 65535")
        await #expect(throws: EnterDraw.Refusal.drawFull) { try await host.enter(draw, as: host.member("Omar")) }
        host.clock.advance(by: .days(1))
        await #expect(throws: EnterDraw.Refusal.drawClosed) { try await host.enter(draw, as: host.member("Omar")) }
        await #expect(throws: Fault.self) { try await host.enter(draw, as: host.backend()) }
    }
}

/// Members enter while staff close it: who is told that he or she is in it is in the published pool, and nobody else.
@Test(arguments: TestEngine.allCases)
func entriesAndCloseDoNotMeet(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let draw = try await host.openDraw(places: 1)
        let results = await race(40) { number -> Member.ID? in
            if number == 20 {
                _ = try await host.call(CloseDraw(draw: draw.id), as: host.staff())
                return nil
            }
            return try await host.enter(draw, as: host.member("member \(number)")).member
        }
        let entered = results.compactMap { try? $0.get() }.compactMap { $0 }
        let pool = try await host.pool(of: draw)
        #expect(pool == entered.sorted())
        let found = try await host.call(GetDraw(draw: draw.id), as: host.staff()).draw
        #expect(found.entries.wire == Int64(pool.count))
        #expect(found.poolHash == PoolText.digest(of: pool))
    }
}

/// Entries that cost something: who cannot pay is not in it, and who calls twice pays once.
@Test(arguments: TestEngine.allCases)
func anEntryIsPaidOnce(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        let petals = AwardPoints(member: ines.member, amount: try points(30), reason: .example, asset: .petals)
        _ = try await host.call(petals, as: host.backend())
        let draw = try await host.openDraw(places: 1, price: AssetAmount(amount: points(20), asset: .petals))
        let results = await race(8) { _ in try await host.enter(draw, as: ines) }
        let entries = results.compactMap { try? $0.get() }
        #expect(entries.count == 8)
        #expect(Set(entries.map(\.payment)).count == 1)
        #expect(try await host.balance(ines, .petals).available.wire == 10)
        let statement = try await host.call(GetStatement(asset: .petals), as: ines)
        #expect(statement.lines.first?.transfer == entries.first?.payment)
        #expect(statement.lines.first?.reason?.wire == "Summer draw")
        await #expect(throws: EnterDraw.Refusal.insufficientPoints) { try await host.enter(draw, as: omar) }
        try await host.tamper("UPDATE account SET stopped_at = 1 WHERE kind = 'member'")
        let other = try await host.openDraw(places: 1, price: AssetAmount(amount: points(5), asset: .petals))
        await #expect(throws: EnterDraw.Refusal.accountStopped) { try await host.enter(other, as: ines) }
        try await host.closeNow(draw)
        #expect(try await host.pool(of: draw) == [ines.member])
        #expect(try await host.enter(draw, as: ines).place?.wire == 1)
        try await host.expectSound()
    }
}
