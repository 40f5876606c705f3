import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func pointsExpireOnceInARace(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        for number in 0..<5 { try await host.give(10, to: host.member("member \(number)")) }
        host.clock.advance(by: .days(365))
        for result in await race(8, { _ in try await host.expirePoints() }) { try result.get() }
        let report = try await host.call(AuditLedger(), as: host.staff())
        #expect(report.isSound)
        #expect(report.transfers.wire == 10)
        #expect(report.outstanding == .zero)
    }
}
