import CoreMetrics
import Hosting
import Logging
import Models
import RPC
import Synchronization
import Testing

struct ObservabilityTests {
    @Test func aLogLineIsOneJSONObjectWithRegisteredFieldsOnly() throws {
        let lines = Mutex<[String]>([])
        let logger = Logger(label: "probe") { _ in
            JSONLog(service: "probe", clock: WallClock { .example }) { line in lines.withLock { $0.append(line) } }
        }
        logger.info("two\nlines", metadata: ["method": "probe.add", "email": "ines@example.org"])
        let line = lines.withLock { $0.first ?? "" }
        #expect(
            line
                == "{\"at\":\"\(Instant.example.wire)\",\"level\":\"info\",\"service\":\"probe\",\"message\":\"two\\nlines\",\"method\":\"probe.add\"}\n"
        )
    }

    @Test func metricsArePrintedInPrometheusForm() {
        let registry = MetricsRegistry()
        let counter = registry.makeCounter(label: "calls_total", dimensions: [("method", "a\"b")])
        counter.increment(by: 2)
        counter.increment(by: 3)
        registry.makeTimer(label: "call_seconds", dimensions: []).recordNanoseconds(2_000_000)
        let text = registry.text()
        #expect(text.contains("# TYPE calls_total counter\ncalls_total{method=\"a\\\"b\"} 5\n"))
        #expect(text.contains("call_seconds_bucket{le=\"0.001\"} 0\ncall_seconds_bucket{le=\"0.005\"} 1\n"))
        #expect(text.contains("call_seconds_sum 0.002\ncall_seconds_count 1\n"))
    }

    @Test func aStepBelongsToTheTraceOfItsCaller() throws {
        let parent = try #require(TraceContext(traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"))
        let child = parent.child(.system)
        #expect(child.traceID == parent.traceID)
        #expect(child.spanID != parent.spanID)
        #expect(CallMeta.wellFormed(child.traceparent) == child.traceparent)
        #expect(TraceContext(traceparent: "nonsense") == nil)
    }
}
