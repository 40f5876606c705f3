import Contract
import InMemoryTracing
import RPC
import ServiceContextModule
import Testing
import Tracing

@Suite struct TracingTests {
    private static let trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"

    @Test(arguments: ["echo.task", "echo"]) func eachCallHasASpanInTheTraceOfItsCaller(method: String) async throws {
        let tracer = InMemoryTracer()
        _ = await send(method, #"{"value":1,"_meta":{"traceparent":"\#(Self.trace)"}}"#, tracer)
        let span = try #require(tracer.finishedSpans.first)
        #expect(span.operationName == method)
        #expect(span.kind == .server)
        #expect(text(span, "rpc.system.name") == "jsonrpc")
        #expect(text(span, "rpc.method") == method)
        #expect(text(span, "jsonrpc.request.id") == "7")
        #expect(extracted(tracer) == Self.trace)
    }

    @Test func aTraceThatIsNotValidIsIgnored() async throws {
        let tracer = InMemoryTracer()
        let zero = "00-\(String(repeating: "0", count: 32))-b7ad6b7169203331-01"
        let reply = await send("echo.task", #"{"value":1,"_meta":{"traceparent":"\#(zero)"}}"#, tracer)
        #expect(reply.contains("result"))
        #expect(extracted(tracer) == nil)
    }

    @Test func aFailureIsMarkedWithItsCodeAndReason() async throws {
        let tracer = InMemoryTracer()
        _ = await send("fail", "{}", tracer)
        let span = try #require(tracer.finishedSpans.first)
        #expect(text(span, "rpc.response.status_code") == "-32603")
        #expect(text(span, "error.type") == "INTERNAL_ERROR")
        #expect(span.status?.code == .error)
    }

    @Test func aClientWritesTheCurrentTraceIntoItsCalls() async throws {
        try await Harness.serving { (harness) async throws in
            let tracer = InMemoryTracer()
            var settings = ClientSettings()
            settings.tracer = tracer
            let client = Client(path: harness.path, settings: settings)
            let outer = try await tracer.withSpan("outer", ofKind: .client) { span in
                _ = try await client.call(Reveal())
                return span.traceID
            }
            #expect(tracer.performedContextInjections.map { $0.context.inMemorySpanContext?.traceID } == [outer])
            await client.close()
        }
    }

    /// What a handler calls and logs further belongs to the span of its own call.
    @Test func aHandlerRunsWithinItsSpan() async throws {
        let tracer = InMemoryTracer()
        let within = Route(
            name: "within",
            handle: .task { _, _ in
                {
                    var writer = JSONWriter()
                    writer.write(string: ServiceContext.current?.inMemorySpanContext?.spanID ?? "none")
                    return writer.bytes
                }
            }
        )
        var settings = ServerSettings()
        settings.tracer = tracer
        let reply = try await Loopback(Router([within]), settings: settings).call(name: "within")
        #expect(reply == .string(try #require(tracer.finishedSpans.first).spanID))
    }

    /// A service that calls another while it serves a call passes on the trace and what is left of the deadline.
    @Test func traceAndDeadlineArePassedOn() async throws {
        try await Harness.serving { (harness) async throws in
            let client = Client(path: harness.path)
            let relay = Route(
                name: "relay",
                handle: .task { _, _ in
                    {
                        var writer = JSONWriter()
                        try writer.write(try await client.call(Reveal()))
                        return writer.bytes
                    }
                }
            )
            let front = Loopback(Router([relay]))
            var meta = CallMeta()
            meta.traceparent = Self.trace
            meta.timeoutMilliseconds = 5000
            let reply = try await front.call(name: "relay", meta: meta)
            #expect(reply["traceparent"] == .string(Self.trace))
            guard case .integer(let left)? = reply["timeout"] else { throw RawFailure("\(reply)") }
            #expect((1...4995).contains(left))
            await client.close()
        }
    }

    private func send(_ method: String, _ params: String, _ tracer: InMemoryTracer) async -> String {
        var settings = ServerSettings()
        settings.tracer = tracer
        let loopback = Loopback(Router(SpecRoutes.all), settings: settings)
        let reply = await loopback.send(Array(request(method, params, id: "7").utf8))
        return String(decoding: reply, as: UTF8.self)
    }

    private func text(_ span: FinishedInMemorySpan, _ attribute: String) -> String? {
        guard case .string(let text)? = span.attributes.get(attribute) else { return nil }
        return text
    }

    private func extracted(_ tracer: InMemoryTracer) -> String? {
        (tracer.performedContextExtractions.first?.carrier as? CallMeta)?.traceparent
    }
}
