import IdentityAPI
import Models
import Support
import Testing

@testable import Identity

struct ResetPasswordTests {
    private static let fresh = "a gate in the long hedge"

    @Test(arguments: TestEngine.allCases)
    func aNewPasswordEndsEverySession(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.joined("Ines")
            let sessions = [try await host.signIn("Ines"), try await host.signIn("Ines")]
            let code = try await host.resetCode(of: "Ines")
            _ = try await host.call(ResetPassword(code: code, password: Password(wire: Self.fresh)), as: host.visitor)
            #expect(Set(try await host.published(SessionEnded.self).map(\.session)) == Set(sessions.map(\.session)))
            for session in sessions {
                await #expect(throws: RefreshSession.Refusal.sessionOver) {
                    try await host.call(RefreshSession(refreshToken: session.refreshToken), as: host.visitor)
                }
            }
            await #expect(throws: SignIn.Refusal.credentialsRefused) { try await host.signIn("Ines") }
            _ = try await host.signIn("Ines", password: Self.fresh)
            #expect(try await host.mail(.passwordChanged, to: "Ines") != nil)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func theRefusalsComeInTheirOrder(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            await refused(.codeUnknown, .example, "short", host)
            try await host.joined("Ines")
            let code = try await host.resetCode(of: "Ines")
            await refused(.passwordTooShort, code, "xk7#pqv", host)
            await refused(.passwordTooCommon, code, "qwerty123456", host)
            host.clock.advance(by: .minutes(10))
            await refused(.codeExpired, code, "short", host)
            let next = try await host.resetCode(of: "Ines")
            _ = try await host.call(ResetPassword(code: next, password: Password(wire: Self.fresh)), as: host.visitor)
            host.clock.advance(by: .minutes(20))
            await refused(.codeSpent, next, "short", host)
            try await host.registered("Ayo")
            await refused(.codeUnknown, try await host.confirmationCode(of: "Ayo"), Self.fresh, host)
        }
    }

    private func refused(
        _ refusal: ResetPassword.Refusal,
        _ code: OneTimeSecret,
        _ password: String,
        _ host: Harness<IdentityService>
    ) async {
        await #expect(throws: refusal) {
            try await host.call(ResetPassword(code: code, password: Password(wire: password)), as: host.visitor)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aCodeIsSpentOnce(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.joined("Ines")
            let code = try await host.resetCode(of: "Ines")
            let answers = await race(32) { index in
                let password = try Password(wire: "a gate in the long hedge \(index)")
                return try await host.call(ResetPassword(code: code, password: password), as: host.visitor)
            }
            #expect(answers.compactMap { try? $0.get() }.count == 1, "\(answers)")
        }
    }

    /// After a hundred wrong guesses in a row only a new password opens the account.
    @Test(arguments: TestEngine.allCases)
    func aNewPasswordLiftsTheLock(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.joined("Ines")
            for _ in 1...GuessLimit.most {
                _ = try? await host.signIn("Ines", password: "wrong")
                host.clock.advance(by: GuessLimit.longestPause)
            }
            host.clock.advance(by: .days(1))
            await #expect(throws: SignIn.Refusal.credentialsRefused) { try await host.signIn("Ines") }
            let code = try await host.resetCode(of: "Ines")
            _ = try await host.call(ResetPassword(code: code, password: Password(wire: Self.fresh)), as: host.visitor)
            _ = try await host.signIn("Ines", password: Self.fresh)
        }
    }
}
