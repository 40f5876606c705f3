import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func aRevokedCertificateSaysSo(engine: TestEngine) async throws {
    try await Harness<RewardsService>.learning(on: engine) { host in
        let issued = try await host.certificate(of: host.member("Ines"), validity: 1)
        let revoke = RevokeCertificate(certificate: issued.status.certificate, reason: .example)
        #expect(try await host.call(revoke, as: host.staff()).state == .revoked)
        host.clock.advance(by: .days(40))
        let status = try await host.call(
            GetCertificate(certificate: issued.status.certificate),
            as: TestCaller(nil)
        )
        #expect(status.state == .revoked)
        #expect(status.revokedBecause == .example)
        await #expect(throws: RevokeCertificate.Refusal.certificateRevoked) {
            try await host.call(revoke, as: host.staff())
        }
        await #expect(throws: RevokeCertificate.Refusal.certificateUnknown) {
            try await host.call(RevokeCertificate(certificate: .example, reason: .example), as: host.staff())
        }
        #expect(try await host.published(CertificateRevoked.self).count == 1)
    }
}
