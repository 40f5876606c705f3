import Contract
import IdentityAPI
import Models
import RPC
import Support
import Testing

@testable import Identity

struct SignOutTests {
    private func caller(_ tokens: SessionTokens) -> TestCaller { TestCaller(token: tokens.accessToken.wire) }

    @Test(arguments: TestEngine.allCases)
    func theOwnSessionEndsAtOnce(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.joined("Ines")
            let (one, two) = (try await host.signIn("Ines"), try await host.signIn("Ines"))
            #expect(try await host.call(SignOut(), as: caller(one)).sessions == [one.session])
            await #expect(throws: Fault.self) { try await host.call(NextOnboardingStep(), as: caller(one)) }
            await #expect(throws: RefreshSession.Refusal.sessionOver) {
                try await host.call(RefreshSession(refreshToken: one.refreshToken), as: host.visitor)
            }
            _ = try await host.call(NextOnboardingStep(), as: caller(two))
            let events = try await host.published(SessionEnded.self)
            #expect(events.map(\.session) == [one.session])
            #expect(events.first?.tokensExpire == host.clock.now + .minutes(5))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func allSessionsEndTogether(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.joined("Ines")
            try await host.joined("Ayo")
            let sessions = [
                try await host.signIn("Ines"), try await host.signIn("Ines"), try await host.signIn("Ines"),
            ]
            let other = try await host.signIn("Ayo")
            let ended = try await host.call(SignOut(everywhere: true), as: caller(sessions[1]))
            #expect(Set(ended.sessions) == Set(sessions.map(\.session)))
            _ = try await host.call(RefreshSession(refreshToken: other.refreshToken), as: host.visitor)
        }
    }

    /// Another member's session, one that has ended and one that never was: all the same.
    @Test(arguments: TestEngine.allCases)
    func whatIsNotTheCallersRunningSessionIsUnknown(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ines = try await host.joined("Ines")
            try await host.joined("Ayo")
            let foreign = try await host.signIn("Ayo")
            let old = try await host.signIn("Ines")
            _ = try await host.call(SignOut(session: old.session), as: ines)
            for session in [foreign.session, old.session, .example, nil] {
                await #expect(throws: SignOut.Refusal.sessionUnknown) {
                    try await host.call(SignOut(session: session), as: ines)
                }
            }
            _ = try await host.call(RefreshSession(refreshToken: foreign.refreshToken), as: host.visitor)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aRepeatedCallGivesTheSameAnswer(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ines = try await host.joined("Ines")
            let session = try await host.signIn("Ines").session
            let once = ines.once("out-1")
            let first = try await host.rawCall(SignOut(session: session), as: once)
            #expect(try await host.rawCall(SignOut(session: session), as: once) == first)
            #expect(try await host.published(SessionEnded.self).count == 1)
        }
    }
}
