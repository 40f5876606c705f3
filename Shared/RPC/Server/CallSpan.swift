internal import Instrumentation
internal import ServiceContextModule
internal import Tracing

/// The call that the current task serves, for the clients that it calls further: they pass on its trace and what is
/// left of its deadline.
enum CurrentCall {
    @TaskLocal static var value: Call?
}

/// Spans of served calls, after the conventions of OpenTelemetry for JSON-RPC.
enum CallSpan {
    /// A failed call. The attributes hold the code and the reason and never the message.
    static func fail(_ span: any Span, _ fault: Fault) {
        span.attributes["rpc.response.status_code"] = "\(fault.code)"
        span.attributes["error.type"] = fault.reason
        span.setStatus(SpanStatus(code: .error))
    }

    /// Reads the trace that a caller belongs to from what came beside its params.
    struct MetaExtractor: Extractor {
        func extract(key: String, from meta: CallMeta) -> String? {
            switch key.lowercased() {
            case "traceparent": meta.traceparent
            case "tracestate": meta.tracestate
            case "baggage": meta.baggage
            default: nil
            }
        }
    }

    /// Writes the trace of the current task beside the params of a call to another service.
    struct MetaInjector: Injector {
        func inject(_ value: String, forKey key: String, into meta: inout CallMeta) {
            switch key.lowercased() {
            case "traceparent": meta.traceparent = value
            case "tracestate": meta.tracestate = value
            case "baggage": meta.baggage = value
            default: break
            }
        }
    }
}

extension ServerState {
    /// A span for the call, or nil when tracing is off.
    func startSpan(of call: Call, _ id: [UInt8]?) -> (any Span)? {
        guard let tracer = settings.tracer else { return nil }
        var context = ServiceContext.topLevel
        tracer.extract(call.meta, into: &context, using: CallSpan.MetaExtractor())
        let span = tracer.startSpan(call.method, context: context, ofKind: .server)
        span.attributes["rpc.system.name"] = "jsonrpc"
        span.attributes["rpc.method"] = call.method
        if let id { span.attributes["jsonrpc.request.id"] = String(decoding: id, as: UTF8.self) }
        return span
    }
}
