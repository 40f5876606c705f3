import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

/// Anybody may ask; a validity of months ends at the end of a shorter one.
@Test(arguments: TestEngine.allCases)
func aCertificateExpires(engine: TestEngine) async throws {
    try await Harness<RewardsService>.learning(on: engine) { host in
        let issued = try await host.certificate(of: host.member("Ines"), validity: 1)
        let ask = GetCertificate(certificate: issued.status.certificate)
        let visitor = TestCaller(nil)
        #expect(try await host.call(ask, as: visitor) == issued.status)
        #expect(issued.status.state == .valid)
        let end = try #require(issued.status.expiresAt)
        #expect(end.day == host.clock.now.day.adding(months: 1))
        host.clock.advance(by: Seconds(end.seconds(since: host.clock.now)))
        #expect(try await host.call(ask, as: visitor).state == .expired)
        await #expect(throws: GetCertificate.Refusal.certificateUnknown) {
            try await host.call(GetCertificate(certificate: .example), as: visitor)
        }
    }
}
