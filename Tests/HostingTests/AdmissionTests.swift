import Contract
import Hosting
import Models
import RPC
import Support
import Testing

struct AdmissionTests {
    private let add = Add(number: .one)

    @Test func everyKindOfCallerIsLetInOrTurnedAwayAsTheRuleSays() async throws {
        try await Harness<ProbeService>.run(on: .sqlite) { host in
            _ = try await host.call(add, as: host.member("Ines"))
            _ = try await host.call(add, as: host.staff())
            await expect("UNAUTHENTICATED", host, host.visitor)
            await expect("PERMISSION_DENIED", host, host.backend())
            await expect("PERMISSION_DENIED", host, host.peer)
            _ = try await host.call(add, as: host.backend().acting(for: Cast.member("Ines")))
            await expect(
                "PERMISSION_DENIED",
                host,
                host.backend(scopes: ["probe:write"]).acting(for: Cast.member("Ines"))
            )
        }
    }

    @Test func eventsAreForServicesAndForClientsWithTheScope() async throws {
        try await Harness<ProbeService>.run(on: .sqlite) { host in
            let read = ReadEvents<ProbeInterface>()
            _ = try await host.call(read, as: host.peer)
            _ = try await host.call(read, as: host.backend(scopes: ["probe:read"]))
            await #expect(throws: Fault.permissionDenied("probe.events.read")) {
                try await host.call(read, as: host.backend(scopes: ["ideas:read"]))
            }
            await #expect(throws: Fault.permissionDenied("probe.events.read")) {
                try await host.call(read, as: host.member("Ines"))
            }
        }
    }

    @Test func parkedEventsAreForStaff() async throws {
        try await Harness<ProbeService>.run(on: .sqlite) { host in
            let parked = ParkedEvents<ProbeInterface>()
            _ = try await host.call(parked, as: host.staff())
            _ = try await host.call(parked, as: host.backend(scopes: ["probe:staff"]))
            await #expect(throws: Fault.permissionDenied("probe.events.parked")) {
                try await host.call(parked, as: host.member("Ines"))
            }
            await #expect(throws: Fault.permissionDenied("probe.events.parked")) {
                try await host.call(parked, as: host.backend(scopes: ["probe:write"]))
            }
        }
    }

    @Test func aTokenEndsWithItsTime() async throws {
        try await Harness<ProbeService>.run(on: .sqlite) { host in
            let token = try await host.token(for: host.member("Ines"))
            _ = try await host.call(add, token: token)
            host.clock.advance(by: .minutes(6))
            await #expect(throws: Fault.self) { try await host.call(add, token: token) }
        }
    }

    /// Whatever is wrong with a token, nothing but "a valid token is required" comes back, and nothing crashes.
    @Test func forgedTokensAreRefused() async throws {
        try await Harness<ProbeService>.run(on: .sqlite) { host in
            let good = try await host.token(for: host.member("Ines"))
            for token in ForgedTokens.all(from: good) {
                let fault = await #expect(throws: Fault.self, "\(token.prefix(60))") {
                    try await host.call(add, token: token)
                }
                #expect(fault?.reason == "UNAUTHENTICATED", "\(token.prefix(60))")
            }
        }
    }

    private func expect(_ reason: String, _ host: Harness<ProbeService>, _ caller: TestCaller) async {
        let fault = await #expect(throws: Fault.self) { try await host.call(add, as: caller) }
        #expect(fault?.reason == reason)
    }
}
