import Contract
import IdentityAPI
import Models
import RPC
import Support
import Testing

@testable import Identity

struct TakeOutgoingMessagesTests {
    @Test(arguments: TestEngine.allCases)
    func aMessageIsHeldAndGivenOutAgain(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.registered("Ines")
            let first = try await host.call(TakeOutgoingMessages(), as: host.backend())
            #expect(first.messages.count == 1 && first.heldUntil == host.clock.now + .minutes(5))
            #expect(try await host.mail().isEmpty)
            host.clock.advance(by: .minutes(5))
            let again = try await host.call(TakeOutgoingMessages(), as: host.backend())
            #expect(again.messages == first.messages)
            let sent = TakeOutgoingMessages(sent: again.messages.map(\.message))
            #expect(try await host.call(sent, as: host.backend()).messages.isEmpty)
            host.clock.advance(by: .hours(1))
            #expect(try await host.mail().isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func nobodyReportsWhatAnotherHolds(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.registered("Ines")
            let message = try #require(try await host.mail().first?.message)
            let other = TestCaller(
                Bearer(actor: .client(Cast.client("other")), kind: .client, scopes: ["identity:staff"])
            )
            _ = try await host.call(TakeOutgoingMessages(sent: [message, .example]), as: other)
            host.clock.advance(by: .minutes(5))
            #expect(try await host.mail().map(\.message) == [message])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func twoSendersNeverTakeTheSame(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            for number in 1...20 { try await host.registered("Member\(number)") }
            let answers = await race(8) { _ in
                try await host.call(TakeOutgoingMessages(limit: PageLimit(wire: 5)), as: host.backend()).messages
            }
            var all = answers.compactMap { try? $0.get() }.flatMap { $0 }
            #expect(Set(all.map(\.message)).count == all.count)
            all += try await host.mail()
            #expect(Set(all.map(\.message)).count == 20 && all.count == 20)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aMessageWaitsForItsMomentAndTheLimit(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.joined("Ines")
            _ = try await host.mail()
            host.clock.advance(by: .days(9))
            let page = try await host.call(TakeOutgoingMessages(limit: PageLimit(wire: 2)), as: host.backend())
            #expect(page.messages.map(\.step) == [.learnSelfService, .discover])
            #expect(page.messages.allSatisfy { $0.code == nil && $0.address.wire == "ines@example.org" })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aCodeThatIsWorthNothingIsNotSent(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.joined("Ines")
            _ = try await host.call(RequestPasswordReset(email: host.address("Ines")), as: host.visitor)
            host.clock.advance(by: .minutes(10))
            #expect(try await !host.mail().contains { $0.kind == .resetPassword })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func onlyABackendWithTheScopeIsTheSender(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let others = [
                host.visitor, host.member("Ada", roles: [.administrator]), host.peer,
                host.backend(scopes: ["identity:read", "identity:write", "members:act"]),
            ]
            for caller in others {
                await #expect(throws: Fault.self) { try await host.call(TakeOutgoingMessages(), as: caller) }
            }
        }
    }
}
