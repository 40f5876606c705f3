import Contract
import CoreMetrics
@testable import Hosting
import RPC
import Support
import Testing
import TypedSQL

/// What operators see of a service, over HTTP on its own socket.
@Suite struct FrontTests {
    private func serving(
        _ harness: Harness<ProbeService>,
        _ body: (_ path: String, _ registry: MetricsRegistry) async throws -> Void
    ) async throws {
        let folder = try Folder()
        defer { folder.remove() }
        var reader = try await SettingsReader(environment: [:])
        let settings = try HostSettings(from: &reader, service: "probe", others: [])
        let registry = MetricsRegistry()
        let front = Front(host: harness.host, settings: settings, registry: registry)
        let server = Server(router: try harness.host.router(), settings: try front.serverSettings())
        try await server.start(on: [.path(SocketPath(folder.file("s")))])
        do { try await body(folder.file("s"), registry) } catch {
            await server.drain()
            throw error
        }
        await server.drain()
    }

    @Test(arguments: TestEngine.allCases) func readinessFollowsTheDatabase(engine: TestEngine) async throws {
        try await Harness<ProbeService>.run(on: engine) { harness in
            try await serving(harness) { path, _ in
                let ready = try await UnixSocket.get("/readyz", at: path)
                #expect(ready.status == 200)
                #expect(ready.body.contains(#""checks":{"db":"SERVING"}"#) && ready.body.contains(Version.current))
            }
            await harness.host.database.close()
            try await serving(harness) { path, _ in
                let ready = try await UnixSocket.get("/readyz", at: path)
                #expect(ready.status == 503)
                #expect(ready.body.contains(#""status":"NOT_SERVING""#))
                #expect(ready.body.contains(#""checks":{"db":"NOT_SERVING"}"#))
                // The process is well, and starting it anew would help nobody.
                #expect(try await UnixSocket.get("/healthz", at: path).status == 200)
                let client = Client(path: path)
                let report = try await client.call(name: "health.check", params: ["service": "probe"])
                #expect(report["status"] == "NOT_SERVING")
                let unknown = try await client.call(name: "health.check", params: ["service": "other"])
                #expect(unknown["status"] == "UNKNOWN")
                await client.close()
            }
        }
    }

    @Test func metricsAreThoseOfTheRegistry() async throws {
        try await Harness<ProbeService>.run(on: .sqlite) { harness in
            try await serving(harness) { path, registry in
                registry.makeCounter(label: "probe_total", dimensions: [("kind", "a")]).increment(by: 2)
                let page = try await UnixSocket.get("/metrics", at: path)
                #expect(page == (200, "# TYPE probe_total counter\nprobe_total{kind=\"a\"} 2\n"))
            }
        }
    }

    @Test func serviceInfoTellsWhatACallerMayCall() async throws {
        try await Harness<ProbeService>.run(on: .sqlite) { harness in
            let token = try await harness.token(for: harness.peer)
            try await serving(harness) { path, _ in
                let client = Client(path: path)
                var meta = CallMeta()
                meta.authorization = token
                let known = try await client.call(name: "service.info", meta: meta)
                #expect(known["methods"]?.texts.contains("probe.events.read") == true)
                #expect(known["methods"]?.texts.contains("probe.add") == false)
                let visitor = try await client.call(name: "service.info")
                #expect(visitor["methods"]?.texts.contains("probe.events.read") == false)
                await client.close()
            }
        }
    }
}

extension JSONValue {
    fileprivate var texts: [String] {
        guard case .array(let items) = self else { return [] }
        return items.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }
}
