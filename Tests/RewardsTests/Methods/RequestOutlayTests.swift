import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func aRequestMovesNothing(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        try await host.fund(hikers.wire, 100)
        let request = try await host.request("hike", 130)
        #expect(request.state == .requested)
        #expect(request.requestedBy == .member(host.member("Ines").member))
        #expect(request.returned == .zero)
        #expect(try await host.left(hikers.wire) == 100)
        #expect(try await host.published(OutlayRequested.self).map(\.outlay) == [request.id])
        // Another activity, and a backend that has no staff's work to do.
        let shop = host.backend(scopes: ["rewards:write"])
        #expect(try await host.request("picnic", as: shop).requestedBy == shop.bearer?.actor)
        let acting = host.backend().acting(for: host.member("Omar").member)
        #expect(try await host.request("concert", as: acting).requestedBy.member == host.member("Omar").member)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func requestOutlayRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        await #expect(throws: RequestOutlay.Refusal.budgetUnknown) { try await host.request("hike") }
        try await host.fund(hikers.wire, 100)
        await #expect(throws: RequestOutlay.Refusal.budgetUnknown) {
            try await host.request("hike", of: hikers, .coins)
        }
        let results = await race(12) { try await host.request("hike", as: host.member("member \($0)")) }
        #expect(results.compactMap { try? $0.get() }.count == 1)
        #expect(count(RequestOutlay.Refusal.outlayOpen, in: results) == 11)
        await #expect(throws: Fault.self) { try await host.request("walk", as: host.visitor) }
        await #expect(throws: Fault.self) { try await host.request("walk", as: host.peer) }
        await #expect(throws: Fault.self) {
            try await host.request("walk", as: host.backend(scopes: ["rewards:read"]))
        }
    }
}

/// What was decided can be asked for once more.
@Test(arguments: TestEngine.allCases)
func aGroupCanAskAgain(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        try await host.fund(hikers.wire, 100)
        try await host.decide(try await host.request("hike"), .reject)
        try await host.decide(try await host.request("hike"))
        let third = try await host.request("hike", 5)
        #expect(third.state == .requested)
        #expect(try await host.left(hikers.wire) == 70)
    }
}
