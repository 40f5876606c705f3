import Contract
import Hosting
import Models
import RPC
import Support
import Testing

@testable import Hosting

/// Calls each method as each kind of caller and writes down a line.
struct CallerMatrix: ServiceVisit {
    actor Lines {
        private(set) var all: [[String]] = []
        func add(_ line: [String]) { all.append(line) }
    }

    let lines = Lines()

    static let columns = [
        "nobody", "a garbled token", "an expired token", "a member", "an expert", "a moderator", "a manager",
        "an administrator", "a backend of another service", "a backend that reads", "a backend that writes",
        "a backend with staff's scope", "a backend acting for a member", "another service",
    ]

    static func words(_ text: Substring) -> [String] { text.split { $0 == " " }.map(String.init) }

    func visit<S: HostedService>(_ host: Harness<S>) async throws {
        let callers = try await Self.callers(of: host)
        for endpoint in S.allEndpoints {
            let params = JSONValue.object(try host.smallestParams(of: endpoint))
            var cells = ""
            for caller in callers {
                let outcome = try await host.outcome(of: endpoint.name, params, as: caller)
                #expect(!["INVALID_PARAMS", "INTERNAL_ERROR"].contains(outcome), "\(endpoint.name)")
                cells += ["PERMISSION_DENIED": "n", "UNAUTHENTICATED": "-"][outcome] ?? "y"
            }
            await lines.add([endpoint.name, cells])
        }
    }

    /// In the order of the columns.
    private static func callers<S: HostedService>(of host: Harness<S>) async throws -> [TestCaller] {
        let service = S.Interface.service
        let expired = try await host.token(for: host.staff())
        host.clock.advance(by: .minutes(6))
        let members: [TestCaller] = [
            host.member("Ines"), host.member("Ines", roles: [.expert]), host.member("Ines", roles: [.moderator]),
            host.member("Ines", roles: [.manager]), host.member("Ines", roles: [.administrator]),
        ]
        let backends = ["other:staff", "\(service):read", "\(service):write", "\(service):staff"].map {
            host.backend(scopes: [$0])
        }
        let acting = host.backend(scopes: ["members:act"]).acting(for: Cast.member("Omar"))
        return [host.visitor, TestCaller(token: "not a token"), TestCaller(token: expired)] + members + backends
            + [acting, host.peer]
    }
}
