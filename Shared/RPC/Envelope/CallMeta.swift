/// What travels beside the params, in `params._meta`. Calls by position carry none.
public struct CallMeta: Sendable, Hashable {
    /// The token of the caller.
    public var authorization: String?
    /// W3C Trace Context, version 00; one that is not well formed is ignored.
    public var traceparent: String?
    public var tracestate: String?
    /// W3C Baggage.
    public var baggage: String?
    /// 1 to 255 visible ASCII characters: the same call sent again with it takes effect once.
    public var idempotencyKey: String?
    /// 1 to 300,000; how long the caller waits, counted from the last byte of the request.
    public var timeoutMilliseconds: Int?
    /// The member for whom a backend with the scope `act` calls.
    public var actingFor: String?

    public init() {}

    /// Whether there is anything to send.
    public var isEmpty: Bool { self == CallMeta() }

    /// Takes from HTTP headers what `_meta` did not say.
    public mutating func fill(from other: CallMeta) {
        authorization = authorization ?? other.authorization
        if traceparent == nil {
            traceparent = other.traceparent
            tracestate = other.tracestate
        }
        baggage = baggage ?? other.baggage
        idempotencyKey = idempotencyKey ?? other.idempotencyKey
        timeoutMilliseconds = timeoutMilliseconds ?? other.timeoutMilliseconds
        actingFor = actingFor ?? other.actingFor
    }
}

extension CallMeta: Encodable {
    private enum CodingKeys: String, CodingKey {
        case authorization, traceparent, tracestate, baggage
        case idempotencyKey = "idempotency_key"
        case timeoutMilliseconds = "timeout_ms"
        case actingFor = "acting_for"
    }
}

extension CallMeta {
    /// The rule for timeouts, in milliseconds, which holds for the HTTP header too.
    public static let timeouts = 1...300_000

    /// The rule for idempotency keys, which holds for the HTTP header too.
    public static func isKey(_ key: String) -> Bool {
        (1...255).contains(key.utf8.count) && key.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    /// `00-` 32 digits `-` 16 digits `-` 2 digits, lower-case hexadecimal, neither id all zero; nil otherwise.
    public static func wellFormed(_ traceparent: String) -> String? {
        var text = traceparent
        return text.withUTF8(isTrace) ? text : nil
    }

    private static func isTrace(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count == 55, bytes[0] == 0x30, bytes[1] == 0x30 else { return false }
        for (place, byte) in bytes.enumerated() {
            let isDash = place == 2 || place == 35 || place == 52
            let isDigit = (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
            if isDash ? byte != UInt8(ascii: "-") : !isDigit { return false }
        }
        return bytes[3..<35].contains { $0 != 0x30 } && bytes[36..<52].contains { $0 != 0x30 }
    }
}
