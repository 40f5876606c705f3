import Hosting
import IdentityAPI
import Models
import Support
import Testing

@testable import Identity

struct SessionsTests {
    @Test(arguments: TestEngine.allCases)
    func aSessionEndsOnceAndIsToldOnce(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ines = try await host.joined("Ines").member
            let session = try await host.signIn("Ines").session
            #expect(try await end(session, of: ines, host))
            #expect(try await !end(session, of: ines, host))
            #expect(try await !end(.example, of: ines, host))
            let told = try await host.published(SessionEnded.self)
            #expect(told.map(\.session) == [session])
            #expect(told.map(\.member) == [ines])
            #expect(told.map(\.tokensExpire) == [host.clock.now + .minutes(5)])
        }
    }

    /// Oldest first, of one member, and without those that ended, rested too long or lasted too long.
    @Test(arguments: TestEngine.allCases)
    func runningAreThoseThatCouldBeRefreshed(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ines = try await host.joined("Ines").member
            try await host.joined("Ayo")
            let idle = host.host.service.settings.sessions.idle
            let resting = try await host.signIn("Ines")
            host.clock.advance(by: .hours(1))
            let busy = try await host.signIn("Ines")
            _ = try await host.signIn("Ayo")
            let ended = try await host.signIn("Ines").session
            _ = try await end(ended, of: ines, host)
            #expect(try await running(ines, host) == [resting.session, busy.session])
            host.clock.set(host.clock.now + idle - .minutes(30))
            #expect(try await running(ines, host) == [busy.session])
            _ = try await host.call(RefreshSession(refreshToken: busy.refreshToken), as: host.visitor)
            host.clock.advance(by: .hours(1))
            #expect(try await running(ines, host) == [busy.session], "its rest began anew")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func nothingIsRunningAfterTheLongestTime(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ines = try await host.joined("Ines").member
            var tokens = try await host.signIn("Ines")
            let rules = host.host.service.settings.sessions
            let end = host.clock.now + rules.absolute
            while host.clock.now + .days(1) < end {
                host.clock.advance(by: .days(1))
                tokens = try await host.call(RefreshSession(refreshToken: tokens.refreshToken), as: host.visitor)
            }
            #expect(try await running(ines, host) == [tokens.session])
            host.clock.set(end)
            #expect(try await running(ines, host) == [])
        }
    }

    @Test func aTokenSaysWhoseSessionItIs() async throws {
        try await withIdentity(on: .sqlite) { host in
            let session = RunningSession(
                id: .example,
                member: .example,
                roles: [.expert],
                refreshToken: .example,
                refreshExpiresAt: host.clock.now + .days(1)
            )
            let tokens = try await host.host.context().tokens(for: session)
            let claims = try Claims(tokens.accessToken)
            #expect(claims.sub == Member.ID.example.wire && claims.sid == Session.ID.example.wire)
            #expect(claims.kind == "member" && claims.roles == ["expert"] && claims.scope.isEmpty)
            #expect(claims.exp - claims.iat == 300)
            #expect(tokens.accessExpiresAt == host.clock.now + .minutes(5))
            #expect(tokens.refreshToken == .example && tokens.refreshExpiresAt == session.refreshExpiresAt)
        }
    }

    private func end(_ session: Session.ID, of member: Member.ID, _ host: Harness<IdentityService>) async throws
        -> Bool
    {
        try await host.host.context().write { work in try Sessions.end(session, of: member, in: work) }
    }

    private func running(_ member: Member.ID, _ host: Harness<IdentityService>) async throws -> [Session.ID] {
        try await host.host.context().write { work in try Sessions.running(of: member, in: work) }
    }
}
