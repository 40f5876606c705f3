/// What travels beside the params, in `params._meta`. Calls by position carry none.
///
/// One word, because it is handed from function to function for each call and most of its parts are mostly absent.
public struct CallMeta: Sendable, Hashable {
    struct Parts: Sendable, Hashable {
        var authorization: String?
        var traceparent: String?
        var tracestate: String?
        var baggage: String?
        var idempotencyKey: String?
        var timeoutMilliseconds: Int?
        var actingFor: String?
    }

    private final class Box: Sendable {
        let parts: Parts
        init(_ parts: Parts) { self.parts = parts }
    }

    private var box: Box?

    public init() {}

    init(_ parts: Parts) { self.parts = parts }

    var parts: Parts {
        get { box?.parts ?? Parts() }
        set { box = newValue == Parts() ? nil : Box(newValue) }
    }

    /// Whether there is anything to send.
    public var isEmpty: Bool { box == nil }

    public static func == (one: CallMeta, other: CallMeta) -> Bool { one.parts == other.parts }
    public func hash(into hasher: inout Hasher) { hasher.combine(parts) }

    /// The token of the caller.
    public var authorization: String? {
        get { box?.parts.authorization }
        set { parts.authorization = newValue }
    }
    /// W3C Trace Context, version 00; one that is not well formed is ignored.
    public var traceparent: String? {
        get { box?.parts.traceparent }
        set { parts.traceparent = newValue }
    }
    public var tracestate: String? {
        get { box?.parts.tracestate }
        set { parts.tracestate = newValue }
    }
    /// W3C Baggage.
    public var baggage: String? {
        get { box?.parts.baggage }
        set { parts.baggage = newValue }
    }
    /// 1 to 255 visible ASCII characters: the same call sent again with it takes effect once.
    public var idempotencyKey: String? {
        get { box?.parts.idempotencyKey }
        set { parts.idempotencyKey = newValue }
    }
    /// 1 to 300,000; how long the caller waits, counted from the last byte of the request.
    public var timeoutMilliseconds: Int? {
        get { box?.parts.timeoutMilliseconds }
        set { parts.timeoutMilliseconds = newValue }
    }
    /// The member for whom a backend with the scope `act` calls.
    public var actingFor: String? {
        get { box?.parts.actingFor }
        set { parts.actingFor = newValue }
    }

    /// Takes from HTTP headers what `_meta` did not say.
    public mutating func fill(from other: CallMeta) { parts.fill(from: other.parts) }
}

extension CallMeta.Parts {
    fileprivate mutating func fill(from other: CallMeta.Parts) {
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
    public func encode(to encoder: any Encoder) throws { try parts.encode(to: encoder) }
}

extension CallMeta.Parts: Encodable {
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
