import Contract
@testable import Hosting
import Models
import RPC
import Support
import Synchronization
import Testing
import TypedSQL

/// A trace goes from a caller into a handler, with the event into the log, and from there into the service that follows.
@Suite struct TraceTests {
    private static let caller = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"

    /// The probe on a socket, with spans.
    private func serving(
        _ probe: Harness<ProbeService>,
        finished: @escaping @Sendable (FinishedSpan) -> Void = { _ in },
        _ body: (_ path: String) async throws -> Void
    ) async throws {
        let folder = try Folder()
        defer { folder.remove() }
        var settings = ServerSettings()
        settings.tracer = TraceRecorder(finished: finished)
        settings.mapError = { [host = probe.host] error, call in host.fault(for: error, in: call) }
        let server = Server(router: try probe.host.router(), settings: settings)
        try await server.start(on: [.path(SocketPath(folder.file("s")))])
        do { try await body(folder.file("s")) } catch {
            await server.drain()
            throw error
        }
        await server.drain()
    }

    private func add(_ probe: Harness<ProbeService>, at path: String, traceparent: String?) async throws {
        var meta = CallMeta()
        meta.authorization = try await probe.token(for: probe.member("Ines"))
        meta.traceparent = traceparent
        let client = Client(path: path)
        _ = try await client.call(Add(number: .one), meta: meta)
        await client.close()
    }

    @Test(arguments: TestEngine.allCases) func aTraceReachesTheServiceThatFollows(engine: TestEngine) async throws {
        try await Harness<ProbeService>.run(on: engine) { probe in
            try await Harness<RelayService>.run(on: engine) { relay in
                let spans = Mutex<[FinishedSpan]>([])
                try await serving(probe, finished: { span in spans.withLock { $0.append(span) } }) { path in
                    try await add(probe, at: path, traceparent: Self.caller)
                    try await follow(probe, at: path, relay)
                }
                let span = try #require(spans.withLock { $0.first { $0.name == "probe.add" } })
                #expect(span.parentSpanID == "b7ad6b7169203331")
                #expect(span.trace.traceID == "0af7651916cd43dd8448eb211c80319c")
                // The event was told by the step of the call, and what followed from it says so.
                #expect(try await probe.records().map(\.trace) == [span.trace.traceparent])
                let relayed = try await relay.records()
                #expect(relayed.map(\.name) == [Relayed.name])
                #expect(relayed.map(\.trace) == [span.trace.traceparent])
            }
        }
    }

    /// One step of the real follower, over the socket.
    private func follow(_ probe: Harness<ProbeService>, at path: String, _ relay: Harness<RelayService>) async throws {
        try await probe.host.numberEvents()
        let token = try await probe.token(for: probe.peer)
        var settings = ClientSettings()
        settings.authorization = { token }
        let client = Client(path: path, settings: settings)
        let following = try #require(RelayService.allFollowing.first { $0.source == ProbeInterface.service })
        try await Follower(following: following, host: relay.host, client: client).step()
        await client.close()
    }

    @Test func aCallWithoutATraceBeginsOne() async throws {
        try await Harness<ProbeService>.run(on: .sqlite) { probe in
            try await serving(probe) { path in
                for _ in 0..<2 { try await add(probe, at: path, traceparent: nil) }
            }
            let traces = try await probe.records().compactMap(\.trace).compactMap(TraceContext.init(traceparent:))
            #expect(traces.count == 2 && traces[0].traceID != traces[1].traceID)
            #expect(traces.allSatisfy { CallMeta.wellFormed($0.traceparent) != nil })
        }
    }

    /// An event that was parked, and applied again much later, still belongs to where it came from.
    @Test(arguments: TestEngine.allCases) func aParkedEventKeepsItsTrace(engine: TestEngine) async throws {
        try await Harness<RelayService>.run(on: engine) { relay in
            let broken = EventRecord(
                position: 1,
                id: Occurrence.ID.example.wire,
                name: Added.name,
                at: Instant.example.wire,
                trace: Self.caller,
                data: ["total": "many"]
            )
            try await relay.host.apply([broken], from: ProbeInterface.service)
            #expect(try await relay.parked().count == 1)
            let stored = try await relay.read { tx in try tx.first(ParkedEventTable.find(.example)) }
            #expect(stored?.record.trace == Self.caller)
        }
    }
}
