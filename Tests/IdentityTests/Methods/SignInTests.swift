import Foundation
import Hosting
import IdentityAPI
import Models
import RPC
import Support
import Testing
import TypedSQL

@testable import Identity

struct SignInTests {
    @Test(arguments: TestEngine.allCases)
    func aMemberSignsIn(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ines = try await host.joined("Ines")
            let tokens = try await host.signIn("Ines")
            #expect(tokens.member == ines.member)
            #expect(tokens.accessExpiresAt == host.clock.now + .minutes(5))
            #expect(tokens.refreshExpiresAt == host.clock.now + .days(14))
            #expect(try await host.published(MemberSignedIn.self).map(\.member) == [ines.member])
        }
    }

    /// Unknown, wrong, unconfirmed and locked: one answer, one hash of today's cost for each.
    @Test(arguments: TestEngine.allCases)
    func everyRefusalLooksAndCostsTheSame(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.joined("Ines")
            try await host.registered("Ayo")
            let tries = [("Nobody", "wrong"), ("Ines", "wrong"), ("Ayo", Harness<IdentityService>.password)]
            for (name, password) in tries {
                let before = host.hashes
                await #expect(throws: SignIn.Refusal.credentialsRefused) {
                    try await host.signIn(name, password: password)
                }
                #expect(host.hashes == before + 1, "\(name)")
            }
            for _ in 2...GuessLimit.free { _ = try? await host.signIn("Ines", password: "wrong") }
            let before = host.hashes
            await #expect(throws: SignIn.Refusal.credentialsRefused) { try await host.signIn("Ines") }
            #expect(host.hashes == before + 1)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func theLockDoublesAndARightPasswordEndsIt(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.joined("Ines")
            for _ in 1...GuessLimit.free { _ = try? await host.signIn("Ines", password: "wrong") }
            for pause in [1, 2, 4, 8] as [Int64] {
                host.clock.advance(by: Seconds(pause - 1))
                await #expect(throws: SignIn.Refusal.credentialsRefused) { try await host.signIn("Ines") }
                host.clock.advance(by: Seconds(1))
                await #expect(throws: SignIn.Refusal.credentialsRefused) {
                    try await host.signIn("Ines", password: "wrong")
                }
            }
            host.clock.advance(by: Seconds(16))
            _ = try await host.signIn("Ines")
            for _ in 1..<GuessLimit.free { _ = try? await host.signIn("Ines", password: "wrong") }
            _ = try await host.signIn("Ines")
        }
    }

    /// Fifty guesses at one moment, the right one among them last: five reach the account, no more.
    @Test(arguments: TestEngine.allCases)
    func guessesMadeAtOnceCannotSlipThroughTogether(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.joined("Ines")
            let session = try await host.signIn("Ines")
            let answers = await race(50) { _ in try await host.signIn("Ines", password: "wrong") }
            #expect(answers.allSatisfy { if case .failure(let error) = $0 { error is SignIn.Refusal } else { false } })
            let guesses = try await counted("Ines", host)
            #expect(guesses == GuessLimit.free)
            await #expect(throws: SignIn.Refusal.credentialsRefused) { try await host.signIn("Ines") }
            // The session of the rightful person is not touched.
            _ = try await host.call(RefreshSession(refreshToken: session.refreshToken), as: host.visitor)
        }
    }

    private func counted(_ name: String, _ host: Harness<IdentityService>) async throws -> Int {
        let account = try host.host.service.keys.derivation.account(of: host.address(name))
        return try await host.read { tx in
            try tx.one(Query("SELECT guesses FROM sign_in_guess WHERE account = \(account)") { try $0.get("guesses") })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func rightSignInsAtOnceAreAllLetIn(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.joined("Ines")
            let answers = await race(GuessLimit.free - 1) { _ in try await host.signIn("Ines") }
            let sessions = answers.compactMap { try? $0.get().session }
            #expect(Set(sessions).count == GuessLimit.free - 1, "\(answers)")
        }
    }

    /// The statement of the table and the rule of the domain say the same for all hundred guesses.
    @Test(arguments: TestEngine.allCases)
    func theLockIsTheOneOfTheRule(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let account = try host.host.service.keys.derivation.account(of: host.address("Nobody"))
            for guess in 1...GuessLimit.most {
                _ = try? await host.signIn("Nobody", password: "wrong")
                let lock = try await host.read { tx in
                    try tx.one(
                        Query("SELECT guesses, pause FROM sign_in_guess WHERE account = \(account)") {
                            (try $0.get("guesses", as: Int.self), try $0.get("pause", as: Seconds.self))
                        }
                    )
                }
                #expect(lock == (guess, GuessLimit.pause(after: guess)))
                host.clock.advance(by: lock.1)
            }
            host.clock.advance(by: .hours(5))
            _ = try? await host.signIn("Nobody", password: "wrong")
            #expect(try await counted("Nobody", host) == GuessLimit.most)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func anOutdatedHashIsReplaced(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ines = try await host.joined("Ines")
            let stronger = PasswordHasher(cost: ScryptCost(logN: 5, r: 1, p: 1), pool: HashPool(threads: 1, queue: 1))
            let other = try await stronger.hash(Password(wire: Harness<IdentityService>.password), random: .system)
            let text = try #require(other?.text)
            try await host.host.context().write { work in
                _ = try work.run(MemberTable.setPassword(text, of: ines.member))
            }
            _ = try await host.signIn("Ines")
            let stored = try #require(try await host.row(of: "Ines").passwordHash)
            #expect(PasswordHash(text: stored)?.cost == .cheap)
            _ = try await host.signIn("Ines")
            #expect(try await host.row(of: "Ines").passwordHash == stored)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aBusyPoolRefusesAndCountsNothing(engine: TestEngine) async throws {
        let narrow: @Sendable (inout IdentitySettings) -> Void = { settings in
            settings.hashCost = ScryptCost(logN: 12, r: 8, p: 1)
            settings.hashThreads = 1
            settings.hashQueue = 1
        }
        try await withIdentity(on: engine, adjust: narrow) { host in
            try await host.joined("Ines")
            let answers = await race(60) { _ in try await host.signIn("Ines", password: "wrong") }
            let busy = answers.filter { if case .failure(let error) = $0 { error is Fault } else { false } }
            #expect(!busy.isEmpty)
            for case .failure(let error as Fault) in busy {
                #expect(error.isRetryable && error == .busy(retryAfter: 1000))
            }
            #expect(try await counted("Ines", host) <= GuessLimit.free)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func theOldestSessionMakesPlace(engine: TestEngine) async throws {
        try await withIdentity(on: engine, settings: ["WELLSPRING_IDENTITY_SESSION_LIMIT": "2"]) { host in
            try await host.joined("Ines")
            let first = try await host.signIn("Ines")
            host.clock.advance(by: Seconds(1))
            let second = try await host.signIn("Ines")
            host.clock.advance(by: Seconds(1))
            _ = try await host.signIn("Ines")
            #expect(try await host.published(SessionEnded.self).map(\.session) == [first.session])
            await #expect(throws: RefreshSession.Refusal.sessionOver) {
                try await host.call(RefreshSession(refreshToken: first.refreshToken), as: host.visitor)
            }
            _ = try await host.call(RefreshSession(refreshToken: second.refreshToken), as: host.visitor)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func whatIsTypedIsTakenExactly(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let long = "  \u{0}kestrel\t" + String(repeating: "upon gravel ", count: 30)
            _ = try await host.call(host.registration("Ines", password: long), as: host.visitor)
            _ = try await host.call(
                ConfirmEmail(code: host.confirmationCode(of: "Ines"), mode: .consume),
                as: host.visitor
            )
            _ = try await host.signIn("Ines", password: long)
            for wrong in [String(long.dropLast()), String(long.dropFirst()), String(long.prefix(72)), long + " "] {
                await #expect(throws: SignIn.Refusal.credentialsRefused) {
                    try await host.signIn("Ines", password: wrong)
                }
                host.clock.advance(by: .minutes(1))
            }
        }
    }
}
