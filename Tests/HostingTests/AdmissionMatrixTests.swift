import Contract
@testable import Hosting
import Models
import RPC
import Support
import Testing

/// Each rule of admission against each kind of caller, through the whole of a call; on both engines, because a session
/// that was ended is looked up where the database keeps it.
@Suite struct AdmissionMatrixTests {
    /// A method that says nothing but that its caller was let in.
    private struct Ask<C: Admissible>: Handled {
        typealias Interface = ProbeInterface
        typealias Caller = C
        typealias Reply = Total
        static var name: String { "probe.ask\(C.self)" }
        static var summary: String { "Answers whoever may ask." }

        func respond(to caller: C, in context: Context<ProbeService>) async throws -> Total { Total(total: .one) }
    }

    private enum Outcome: String {
        case letIn = "yes", unauthenticated = "UNAUTHENTICATED", denied = "PERMISSION_DENIED"
    }

    private static let rows: [(caller: String, Set<String>)] = [
        ("visitor", ["Visitor"]),
        ("member", ["Visitor", "Reader", "ActingMember"]),
        ("expert", ["Visitor", "Reader", "ActingMember", "ExpertMember"]),
        ("advocate", ["Visitor", "Reader", "ActingMember"]),
        ("moderator", ["Visitor", "Reader", "ActingMember", "StaffMember"]),
        ("manager", ["Visitor", "Reader", "ActingMember", "StaffMember"]),
        ("client of this service", ["Visitor", "Reader", "Backend", "PeerService", "StaffMember"]),
        ("client that reads", ["Visitor", "Reader", "Backend", "PeerService"]),
        ("client of another service", ["Visitor"]),
        ("client without a scope", ["Visitor"]),
        ("client for a member", ["Visitor", "Reader", "ActingMember"]),
        ("client for a manager", ["Visitor", "Reader", "ActingMember"]),
        ("service", ["Visitor", "Reader", "PeerService"]),
        ("service without a scope", ["Visitor"]),
    ]

    private static let rules = [
        "Visitor", "Reader", "ActingMember", "ExpertMember", "StaffMember", "Backend", "PeerService",
    ]

    @Test(arguments: TestEngine.allCases) func everyRuleAgainstEveryCaller(engine: TestEngine) async throws {
        try await Harness<ProbeService>.run(on: engine) { harness in
            for row in Self.rows {
                let caller = try #require(self.caller(row.caller, on: harness))
                for rule in Self.rules {
                    let expected: Outcome =
                        row.1.contains(rule) ? .letIn : row.caller == "visitor" ? .unauthenticated : .denied
                    let outcome = try await ask(rule, as: caller, on: harness)
                    #expect(outcome == expected.rawValue, "\(row.caller) asks what is for \(rule)")
                }
            }
        }
    }

    /// Beside the table: the two things that are wrong with an acting caller and not with the rule.
    @Test(arguments: TestEngine.allCases) func onlyClientsWithTheScopeActForMembers(engine: TestEngine) async throws {
        try await Harness<ProbeService>.run(on: engine) { harness in
            let ines = Cast.member("Ines")
            for caller in [
                harness.member("Tomasz"), harness.staff(), harness.peer, harness.backend(scopes: ["probe:read"]),
            ] {
                let outcome = try await ask("Visitor", as: caller.acting(for: ines), on: harness)
                #expect(outcome == "PERMISSION_DENIED")
            }
        }
    }

    private func caller(_ name: String, on harness: Harness<ProbeService>) -> TestCaller? {
        let manager = Cast.member("Mara")
        let service = Bearer(actor: .client(Cast.client("peer")), kind: .service, scopes: ["ideas:read"])
        return [
            "visitor": harness.visitor, "member": harness.member("Ines"),
            "expert": harness.member("Ewa", roles: [.expert]), "advocate": harness.member("Ola", roles: [.advocate]),
            "moderator": harness.member("Max", roles: [.moderator]), "manager": harness.staff("Mara"),
            "client of this service": harness.backend(scopes: ["probe:read", "probe:write", "probe:staff"]),
            "client that reads": harness.backend(scopes: ["probe:read"]),
            "client of another service": harness.backend(scopes: ["ideas:read", "ideas:write", "ideas:staff"]),
            "client without a scope": harness.backend(scopes: []),
            "client for a member": harness.backend().acting(for: Cast.member("Ines")),
            "client for a manager": harness.backend().acting(for: manager),
            "service": harness.peer, "service without a scope": TestCaller(service),
        ][name]
    }

    private func ask(_ rule: String, as caller: TestCaller, on harness: Harness<ProbeService>) async throws -> String {
        switch rule {
        case "Visitor": try await ask(Visitor.self, caller, harness)
        case "Reader": try await ask(Reader.self, caller, harness)
        case "ActingMember": try await ask(ActingMember.self, caller, harness)
        case "ExpertMember": try await ask(ExpertMember.self, caller, harness)
        case "StaffMember": try await ask(StaffMember.self, caller, harness)
        case "Backend": try await ask(Backend.self, caller, harness)
        default: try await ask(PeerService.self, caller, harness)
        }
    }

    private func ask<C: Admissible>(_ rule: C.Type, _ caller: TestCaller, _ harness: Harness<ProbeService>) async throws
        -> String
    {
        var meta = CallMeta()
        if caller.bearer != nil { meta.authorization = try await harness.token(for: caller) }
        meta.actingFor = caller.actingFor?.wire
        let router = Router([try Endpoint<ProbeService>(Ask<C>.self).route(harness.host)])
        var settings = ServerSettings()
        settings.mapError = { [host = harness.host] error, call in host.fault(for: error, in: call) }
        do {
            _ = try await Loopback(router, settings: settings).call(Ask<C>(), meta: meta)
            return "yes"
        } catch let fault as Fault {
            return fault.reason
        }
    }
}
