import Contract
import Testing

@testable import RPC

@Suite struct CallMetaTests {
    private static let trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

    private func meta(_ text: String) throws -> CallMeta {
        try parsed(#"{"jsonrpc":"2.0","id":1,"method":"m","params":{"_meta":\#(text)}}"#) { parsed in
            switch parsed {
            case .single(.call(let request)): return request.meta
            case .single(.invalid(_, let fault)), .fault(let fault): throw fault
            default: return CallMeta()
            }
        }
    }

    @Test func everything() throws {
        let text = """
            {"authorization":"t","traceparent":"\(Self.trace)","tracestate":"a=1","baggage":"b=2",
             "idempotency_key":"k-1",
             "timeout_ms":5000,"acting_for":"mem_1","progressToken":{"x":1}}
            """
        let meta = try meta(text)
        #expect(
            meta.authorization == "t" && meta.traceparent == Self.trace && meta.tracestate == "a=1"
                && meta.baggage == "b=2"
        )
        #expect(meta.idempotencyKey == "k-1" && meta.timeoutMilliseconds == 5000 && meta.actingFor == "mem_1")
        #expect(try JSONValue(encoding: meta)["timeout_ms"] == 5000)
        #expect(try self.meta(JSONValue(encoding: meta).text()) == meta)
    }

    @Test(arguments: ["{}", "null", #"{"authorization":null,"timeout_ms":null}"#])
    func nothing(text: String) throws { #expect(try meta(text).isEmpty) }

    @Test func byPositionThereIsNone() {
        let form = parsed(#"{"jsonrpc":"2.0","id":1,"method":"m","params":[{"_meta":{"timeout_ms":1}}]}"#) { parsed in
            guard case .single(.call(let request)) = parsed else { return false }
            return request.meta.isEmpty
        }
        #expect(form)
    }

    @Test(arguments: [
        ("5", "/_meta"), (#"{"timeout_ms":0}"#, "/_meta/timeout_ms"), (#"{"timeout_ms":300001}"#, "/_meta/timeout_ms"),
        (#"{"timeout_ms":1.5}"#, "/_meta/timeout_ms"), (#"{"timeout_ms":"5"}"#, "/_meta/timeout_ms"),
        (#"{"idempotency_key":""}"#, "/_meta/idempotency_key"),
        (#"{"idempotency_key":"a b"}"#, "/_meta/idempotency_key"),
        (#"{"idempotency_key":"é"}"#, "/_meta/idempotency_key"), (#"{"idempotency_key":7}"#, "/_meta/idempotency_key"),
        (#"{"authorization":7}"#, "/_meta/authorization"), (#"{"acting_for":[]}"#, "/_meta/acting_for"),
        (#"{"baggage":"a","baggage":"b"}"#, "/_meta/baggage"),
    ])
    func refused(text: String, path: String) {
        let fault = #expect(throws: Fault.self) { try meta(text) }
        #expect(fault?.code == -32602)
        #expect(fault?.details.map(\.path) == [path])
    }

    @Test func limits() throws {
        #expect(try meta(#"{"timeout_ms":1}"#).timeoutMilliseconds == 1)
        #expect(try meta(#"{"timeout_ms":300000}"#).timeoutMilliseconds == 300_000)
        let longest = String(repeating: "~", count: 255)
        #expect(try meta(#"{"idempotency_key":"\#(longest)"}"#).idempotencyKey == longest)
        #expect(throws: Fault.self) { try meta(#"{"idempotency_key":"\#(longest)~"}"#) }
    }

    @Test(arguments: [
        "", "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-011",
        "00_4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473g-00f067aa0ba902b7-01",
    ])
    func tracesThatAreNotWellFormedAreIgnored(trace: String) throws {
        #expect(CallMeta.wellFormed(trace) == nil)
        #expect(try meta(#"{"traceparent":"\#(trace)","tracestate":7,"baggage":[]}"#).isEmpty)
    }

    @Test func headersFillWhatIsMissing() {
        var meta = CallMeta()
        meta.traceparent = Self.trace
        meta.timeoutMilliseconds = 7
        var headers = CallMeta()
        headers.traceparent = "other"
        headers.tracestate = "belongs to other"
        headers.timeoutMilliseconds = 9
        headers.authorization = "t"
        meta.fill(from: headers)
        #expect(meta.traceparent == Self.trace && meta.tracestate == nil && meta.timeoutMilliseconds == 7)
        #expect(meta.authorization == "t")
    }
}
