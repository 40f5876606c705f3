import IdentityAPI
import Models
import Support
import Testing
import TypedSQL

@testable import Identity

struct RefreshSessionTests {
    private func refresh(_ token: RefreshToken, _ host: Harness<IdentityService>) async throws -> SessionTokens {
        try await host.call(RefreshSession(refreshToken: token), as: host.visitor)
    }

    private func over(_ token: RefreshToken, _ host: Harness<IdentityService>) async {
        await #expect(throws: RefreshSession.Refusal.sessionOver) { try await refresh(token, host) }
    }

    private func tokens(_ host: Harness<IdentityService>) async throws -> Int {
        try await host.read { tx in
            try tx.one(Query("SELECT COUNT(*) AS tokens FROM refresh_token") { try $0.get("tokens") })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func eachTokenGivesTheNext(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.joined("Ines")
            var current = try await host.signIn("Ines")
            var seen: Set<RefreshToken> = [current.refreshToken]
            for _ in 1...5 {
                host.clock.advance(by: .days(10))
                let next = try await refresh(current.refreshToken, host)
                #expect(next.session == current.session && seen.insert(next.refreshToken).inserted)
                #expect(next.refreshExpiresAt == host.clock.now + .days(14))
                current = next
            }
        }
    }

    /// Fifty at once: one new token, and everybody gets it.
    @Test(arguments: TestEngine.allCases)
    func aRaceHasOneSuccessor(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.joined("Ines")
            for _ in 1...3 {
                let first = try await host.signIn("Ines")
                let before = try await tokens(host)
                let answers = await race(50) { _ in try await refresh(first.refreshToken, host) }
                let received = answers.compactMap { try? $0.get().refreshToken }
                #expect(received.count == 50, "\(answers)")
                #expect(Set(received).count == 1)
                #expect(try await tokens(host) == before + 1)
            }
            #expect(try await host.published(SessionEnded.self).isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aLostAnswerCanBeAskedForAgain(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.joined("Ines")
            let first = try await host.signIn("Ines")
            let second = try await refresh(first.refreshToken, host)
            host.clock.advance(by: Seconds(10))
            #expect(try await refresh(first.refreshToken, host).refreshToken == second.refreshToken)
            let third = try await refresh(second.refreshToken, host)
            #expect(third.refreshToken != second.refreshToken)
        }
    }

    /// A copy that is used later ends the session, with every token that came of it, and that stays so.
    @Test(arguments: TestEngine.allCases)
    func aStolenTokenEndsTheFamily(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ines = try await host.joined("Ines")
            let first = try await host.signIn("Ines")
            let other = try await host.signIn("Ines")
            let second = try await refresh(first.refreshToken, host)
            let third = try await refresh(second.refreshToken, host)
            host.clock.advance(by: Seconds(11))
            await over(first.refreshToken, host)
            for token in [first, second, third] { await over(token.refreshToken, host) }
            let ended = try await host.published(SessionEnded.self)
            #expect(ended.map(\.session) == [first.session] && ended.first?.member == ines.member)
            #expect(ended.first?.tokensExpire == host.clock.now + .minutes(5))
            _ = try await refresh(other.refreshToken, host)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func anIdleSessionIsOver(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            await over(.example, host)
            try await host.joined("Ines")
            let first = try await host.signIn("Ines")
            host.clock.advance(by: .days(14))
            await over(first.refreshToken, host)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aBusySessionIsOverInTheEnd(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.joined("Ines")
            var current = try await host.signIn("Ines")
            for _ in 1...8 {
                host.clock.advance(by: .days(10))
                current = try await refresh(current.refreshToken, host)
            }
            #expect(current.refreshExpiresAt == host.clock.now + .days(10))
            host.clock.advance(by: .days(10))
            await over(current.refreshToken, host)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aNewRoleIsInTheNextToken(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ines = try await host.joined("Ines")
            let first = try await host.signIn("Ines")
            _ = try await host.call(GrantRole(member: ines.member, role: .expert), as: host.backend())
            let second = try await refresh(first.refreshToken, host)
            #expect(try Claims(first.accessToken).roles == [])
            #expect(try Claims(second.accessToken).roles == ["expert"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func noTokenIsStoredInReadableForm(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.joined("Ines")
            let first = try await host.signIn("Ines")
            let second = try await refresh(first.refreshToken, host)
            let stored = try await host.read { tx in
                try tx.all(
                    Query("SELECT digest, parent FROM refresh_token") {
                        [try $0.get("digest", as: String.self), try $0.get("parent", as: String?.self) ?? ""]
                    }
                ).flatMap { $0 }
            }
            for token in [first, second] {
                #expect(stored.contains(token.refreshToken.digest.wire))
                #expect(!stored.contains { token.refreshToken.wire.contains($0) && !$0.isEmpty })
            }
        }
    }
}
