import Hosting
import IdentityAPI
import Models
import Support
import Testing
import TypedSQL

@testable import Identity

struct MailingTests {
    /// Nobody floods a stranger's mailbox; the two purposes are counted apart, and an hour later there is room again.
    @Test(arguments: TestEngine.allCases)
    func fiveCodesOfAKindAnHour(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ines = try await host.joined("Ines").member
            _ = try await sent(host)
            for _ in 1...7 { try await send(.resetPassword, to: ines, host) }
            #expect(try await sent(host) == Array(repeating: .resetPassword, count: 5))
            try await send(.confirmEmail, to: ines, host)
            #expect(try await sent(host) == [.confirmEmail])
            host.clock.advance(by: .minutes(59))
            try await send(.resetPassword, to: ines, host)
            #expect(try await sent(host) == [])
            host.clock.advance(by: Seconds(61))
            try await send(.resetPassword, to: ines, host)
            #expect(try await sent(host) == [.resetPassword])
        }
    }

    /// What the message carries opens what was stored, until the stated moment.
    @Test(arguments: TestEngine.allCases)
    func theCodeOfTheMessageIsTheStoredOne(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ines = try await host.joined("Ines").member
            let now = host.clock.now
            try await send(.resetPassword, to: ines, hash: "hash", host)
            let secret = try #require(try await host.mail(.resetPassword, to: "Ines")?.code)
            let row = try #require(try await stored(secret, .resetPassword, host))
            #expect(row.member == ines && row.passwordHash == "hash")
            #expect(row.code.expiresAt == now + .hours(2) && row.code.usedAt == nil)
            #expect(try await stored(secret, .confirmEmail, host) == nil, "it is of no use for anything else")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aMessageWaitsForItsMoment(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ines = try await host.joined("Ines").member
            _ = try await sent(host)
            let due = host.clock.now + .days(3)
            try await host.host.context().write { work in
                try Mailing.send(.onboardingStep, to: ines, step: .discover, dueAt: due, in: work)
                try Mailing.send(.passwordChanged, to: ines, in: work)
            }
            #expect(try await sent(host) == [.passwordChanged])
            host.clock.set(due)
            #expect(try await sent(host).contains(.onboardingStep))
        }
    }

    private func send(
        _ purpose: OneTimeCode.Purpose,
        to member: Member.ID,
        hash: String? = nil,
        _ host: Harness<IdentityService>
    ) async throws {
        let until = host.clock.now + .hours(2)
        try await host.host.context().write { work in
            try Mailing.sendCode(purpose, to: member, passwordHash: hash, until: until, in: work)
        }
    }

    /// Takes what is due, and reports it as sent.
    private func sent(_ host: Harness<IdentityService>) async throws -> [MessageKind] {
        let messages = try await host.mail()
        _ = try await host.call(TakeOutgoingMessages(sent: messages.map(\.message)), as: host.backend())
        return messages.map(\.kind)
    }

    private func stored(_ secret: OneTimeSecret, _ purpose: OneTimeCode.Purpose, _ host: Harness<IdentityService>)
        async throws -> OneTimeCodeRow?
    {
        try await host.read { tx in try tx.first(OneTimeCodeTable.find(secret.digest, purpose)) }
    }
}
