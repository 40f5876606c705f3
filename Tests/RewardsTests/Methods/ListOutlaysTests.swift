import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func outlaysAreListedForStaffAndForWhoAsked(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let choir = Group.ID(at: .example, entropy: 9)
        for group in [hikers, choir] { try await host.fund(group.wire, 100) }
        let hike = try await host.request("hike")
        let concert = try await host.request("concert", of: choir, as: host.member("Omar"))
        let rehearsal = try await host.decide(try await host.request("rehearsal", of: choir, as: host.backend()))
        func listed(_ list: ListOutlays, _ caller: TestCaller) async throws -> [Outlay.ID] {
            try await host.call(list, as: caller).items.map(\.id)
        }
        #expect(try await listed(ListOutlays(), host.staff()) == [hike, concert, rehearsal].map(\.id))
        #expect(try await listed(ListOutlays(), host.backend()) == [hike, concert, rehearsal].map(\.id))
        #expect(try await listed(ListOutlays(group: choir), host.staff()) == [concert, rehearsal].map(\.id))
        #expect(try await listed(ListOutlays(group: choir, state: .paid), host.staff()) == [rehearsal.id])
        #expect(try await listed(ListOutlays(), host.member("Omar")) == [concert.id])
        #expect(try await listed(ListOutlays(), host.backend(scopes: ["rewards:read"])) == [rehearsal.id])
        #expect(try await listed(ListOutlays(), host.member("Priya")) == [])
        let first = try await host.call(ListOutlays(limit: PageLimit(wire: 2)), as: host.staff())
        #expect(first.items == [hike, concert])
        #expect(try await host.call(ListOutlays(after: first.next), as: host.staff()).items == [rehearsal])
    }
}
