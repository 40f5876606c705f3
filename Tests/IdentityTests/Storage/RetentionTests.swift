import Hosting
import IdentityAPI
import Models
import Support
import Testing
import TypedSQL

@testable import Identity

struct RetentionTests {
    @Test(arguments: TestEngine.allCases)
    func whatIsOldIsForgottenAndTheMemberStays(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ines = try await host.joined("Ines")
            let tokens = try await host.signIn("Ines")
            _ = try? await host.signIn("Nobody", password: "wrong")
            _ = try await host.call(Invite(email: host.address("Ayo")), as: ines)
            let taken = try await host.mail()
            _ = try await host.call(TakeOutgoingMessages(sent: taken.map(\.message)), as: host.backend())
            try await forget(host)
            _ = try await host.call(RefreshSession(refreshToken: tokens.refreshToken), as: host.visitor)
            #expect(try await rows(host).allSatisfy { $0 > 0 })
            host.clock.advance(by: .days(400))
            try await forget(host)
            #expect(try await rows(host) == [0, 0, 0, 0, 0, 4])
            _ = try await host.signIn("Ines")
        }
    }

    private func forget(_ host: Harness<IdentityService>) async throws {
        for duty in IdentityService.duties { try await duty.perform(host.host.context()) }
    }

    private func rows(_ host: Harness<IdentityService>) async throws -> [Int] {
        try await host.read { tx in
            let counts: [Query<Int>] = [
                Query("SELECT COUNT(*) FROM one_time_code") { try $0.get(0) },
                Query("SELECT COUNT(*) FROM session") { try $0.get(0) },
                Query("SELECT COUNT(*) FROM refresh_token") { try $0.get(0) },
                Query("SELECT COUNT(*) FROM sign_in_guess") { try $0.get(0) },
                Query("SELECT COUNT(*) FROM invitation") { try $0.get(0) },
                Query("SELECT COUNT(*) FROM outgoing_message") { try $0.get(0) },
            ]
            return try counts.map { try tx.one($0) }
        }
    }
}
