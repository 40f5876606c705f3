import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func certificatesAreOnesOwn(engine: TestEngine) async throws {
    try await Harness<RewardsService>.learning(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        #expect(try await host.call(ListCertificates(), as: ines).isEmpty)
        let ask = ListCertificates(member: ines.member)
        await #expect(throws: ListCertificates.Refusal.memberUnknown) { try await host.call(ask, as: host.backend()) }
        let issued = try await host.certificate(of: ines)
        #expect(issued.member == ines.member)
        #expect(try await host.call(ask, as: host.backend()) == [issued])
        await #expect(throws: ListCertificates.Refusal.memberNeeded) {
            try await host.call(ListCertificates(), as: host.backend())
        }
        await #expect(throws: ListCertificates.Refusal.memberUnknown) { try await host.call(ask, as: omar) }
    }
}
