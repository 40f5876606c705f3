import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func coursesAreListed(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        var all: [Course.ID] = []
        for _ in 0..<3 {
            all.append(try await host.course().course)
            host.clock.advance(by: Seconds(1))
        }
        let first = try await host.call(ListCourses(limit: try PageLimit(wire: 2)), as: host.member("Ines"))
        let rest = try await host.call(ListCourses(after: first.next), as: host.member("Ines"))
        #expect((first.items + rest.items).map(\.course) == all)
        #expect(rest.next == nil)
    }
}
