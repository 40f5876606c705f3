import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func thePoolIsReadByPages(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let draw = try await host.openDraw(places: 1)
        let members = (0..<5).map { host.member("member \($0)") }
        for member in members { try await host.enter(draw, as: member) }
        try await host.closeNow(draw)
        var found: [DrawEntry] = []
        var after: Cursor?
        repeat {
            let list = ListDrawPool(draw: draw.id, after: after, limit: try PageLimit(wire: 2))
            let page = try await host.call(list, as: host.backend())
            found += page.items
            after = page.next
        } while after != nil
        #expect(found.map(\.member) == members.map(\.member).sorted())
        #expect(found.compactMap(\.place?.wire) == [1, 2, 3, 4, 5])
        #expect(found.allSatisfy { $0.payment == nil })
    }
}

@Test(arguments: TestEngine.allCases)
func listDrawPoolRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        await #expect(throws: ListDrawPool.Refusal.drawUnknown) {
            try await host.call(ListDrawPool(draw: .example), as: host.staff())
        }
        let draw = try await host.openDraw(places: 1)
        await #expect(throws: ListDrawPool.Refusal.drawOpen) { _ = try await host.pool(of: draw) }
        try await host.closeNow(draw)
        let foreign = ListDrawPool(draw: draw.id, after: Cursor(key: "first"))
        await #expect(throws: Fault.self) { try await host.call(foreign, as: host.staff()) }
    }
}
