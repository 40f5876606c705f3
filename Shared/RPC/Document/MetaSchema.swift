import Contract

extension OpenRPC {
    /// The reserved member `_meta`. Its reader is written by hand, so its schema is too.
    static var metaSchema: JSONValue.Member {
        let text = Schema.text(0...16_384).document
        let timeouts = Int64(CallMeta.timeouts.lowerBound)...Int64(CallMeta.timeouts.upperBound)
        return .init(
            "CallMeta",
            [
                "type": "object",
                "description":
                    "What travels beside the params, as the member _meta of params by name. None of it is required.",
                "properties": [
                    "authorization": text,
                    "traceparent": text,
                    "tracestate": text,
                    "baggage": text,
                    "idempotency_key": Schema.text(1...255, pattern: "^[!-~]+$").document,
                    "timeout_ms": Schema(.integer(timeouts), unit: "milliseconds").document,
                    "acting_for": text,
                ],
                "additionalProperties": true,
            ]
        )
    }
}
