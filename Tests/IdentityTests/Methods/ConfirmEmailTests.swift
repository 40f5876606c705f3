import IdentityAPI
import Models
import Support
import Testing

@testable import Identity

struct ConfirmEmailTests {
    @Test(arguments: TestEngine.allCases)
    func theAddressIsConfirmedAndTheSeriesBegins(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ines = try await host.joined("Ines")
            #expect(try await host.published(EmailConfirmed.self).map(\.member) == [ines.member])
            let progress = try await host.call(NextOnboardingStep(), as: ines)
            #expect(progress.next == .learnSelfService && progress.isDue && progress.dueAt == host.clock.now)
            #expect(try await host.call(GetMember(member: ines.member), as: ines).details?.stage == .confirmed)
        }
    }

    /// Mail scanners follow links: ten looks change nothing, and of 32 who press the button at once one is the first.
    @Test(arguments: TestEngine.allCases)
    func aCodeIsSpentOnce(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.registered("Ines")
            let code = try await host.confirmationCode(of: "Ines")
            for _ in 1...10 {
                let look = try await host.call(ConfirmEmail(code: code, mode: .peek), as: host.visitor)
                #expect(look == Confirmation(isConfirmed: false, needsPassword: false))
            }
            #expect(try await host.published(EmailConfirmed.self).isEmpty)
            let answers = await race(32) { _ in
                try await host.call(ConfirmEmail(code: code, mode: .consume), as: host.visitor)
            }
            #expect(answers.compactMap { try? $0.get() }.count == 1)
            let refusals = answers.filter { answer in
                if case .failure(let error) = answer { error as? ConfirmEmail.Refusal == .codeSpent } else { false }
            }
            #expect(refusals.count == 31, "\(answers)")
            #expect(try await host.published(EmailConfirmed.self).count == 1)
            await #expect(throws: ConfirmEmail.Refusal.codeSpent) {
                try await host.call(ConfirmEmail(code: code, mode: .peek), as: host.visitor)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func theRefusalsComeInTheirOrder(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            await refused(.codeUnknown, .example, host)
            _ = try await host.call(host.registration("Ines", password: nil), as: host.visitor)
            let code = try await host.confirmationCode(of: "Ines")
            #expect(
                try await host.call(ConfirmEmail(code: code, mode: .peek), as: host.visitor)
                    == Confirmation(isConfirmed: false, needsPassword: true)
            )
            await refused(.passwordNeeded, code, host)
            await refused(.passwordTooShort, code, host, "xk7#pqv")
            await refused(.passwordTooCommon, code, host, "ines1234")
            host.clock.advance(by: .hours(24))
            await refused(.codeExpired, code, host, "short")
            await refused(.codeUnknown, try await host.resetCodeOfAMember(), host)
        }
    }

    private func refused(
        _ refusal: ConfirmEmail.Refusal,
        _ code: OneTimeSecret,
        _ host: Harness<IdentityService>,
        _ password: String? = nil
    ) async {
        await #expect(throws: refusal) {
            let request = ConfirmEmail(code: code, mode: .consume, password: try password.map(Password.init))
            return try await host.call(request, as: host.visitor)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func thatACodeWasUsedIsSaidBeforeThatItExpired(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.registered("Ines")
            let code = try await host.confirmationCode(of: "Ines")
            _ = try await host.call(ConfirmEmail(code: code, mode: .consume), as: host.visitor)
            host.clock.advance(by: .days(2))
            await refused(.codeSpent, code, host, "short")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aPasswordGivenNowReplacesTheOneOfTheRegistration(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.registered("Ines")
            let fresh = try Password(wire: "a gate in the long hedge")
            let code = try await host.confirmationCode(of: "Ines")
            _ = try await host.call(ConfirmEmail(code: code, mode: .consume, password: fresh), as: host.visitor)
            _ = try await host.signIn("Ines", password: fresh.wire)
            await #expect(throws: SignIn.Refusal.credentialsRefused) { try await host.signIn("Ines") }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func oneCodeConfirmsAndTheOthersAreSpentWithIt(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.registered("Ines")
            try await host.registered("Ines")
            let codes = try await host.mail().compactMap(\.code)
            #expect(Set(codes).count == 2)
            _ = try await host.call(ConfirmEmail(code: codes[0], mode: .consume), as: host.visitor)
            await refused(.codeSpent, codes[1], host)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func theWordPasswordIsStoredNowhere(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.joined("Ines")
            let hash = try #require(try await host.row(of: "Ines").passwordHash)
            #expect(PasswordHash(text: hash)?.cost == .cheap)
            #expect(!hash.contains("herons"))
        }
    }
}

extension Harness<IdentityService> {
    /// A good code, of the other purpose.
    func resetCodeOfAMember() async throws -> OneTimeSecret {
        try await joined("Somebody")
        return try await resetCode(of: "Somebody")
    }
}
