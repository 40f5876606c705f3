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

extension CallMeta: Codable {
    private enum CodingKeys: String, CodingKey {
        case authorization, traceparent, tracestate, baggage
        case idempotencyKey = "idempotency_key"
        case timeoutMilliseconds = "timeout_ms"
        case actingFor = "acting_for"
    }

    /// Names that are not known here are left to those who know them.
    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        authorization = try keys.decodeIfPresent(String.self, forKey: .authorization)
        traceparent = (try? keys.decodeIfPresent(String.self, forKey: .traceparent)).flatMap(Self.wellFormed)
        tracestate = try? keys.decodeIfPresent(String.self, forKey: .tracestate)
        baggage = try? keys.decodeIfPresent(String.self, forKey: .baggage)
        idempotencyKey = try keys.decodeIfPresent(String.self, forKey: .idempotencyKey)
        timeoutMilliseconds = try keys.decodeIfPresent(Int.self, forKey: .timeoutMilliseconds)
        actingFor = try keys.decodeIfPresent(String.self, forKey: .actingFor)
        try check()
    }

    private func check() throws(JSONFailure) {
        if let timeoutMilliseconds, !(1...300_000).contains(timeoutMilliseconds) {
            throw JSONFailure(path: "/timeout_ms", sentence: "Must be between 1 and 300000 milliseconds.")
        }
        if let idempotencyKey, !Self.isKey(idempotencyKey) {
            throw JSONFailure(path: "/idempotency_key", sentence: "Must be 1 to 255 visible ASCII characters.")
        }
    }

    /// The rule for idempotency keys, which holds for the HTTP header too.
    public static func isKey(_ key: String) -> Bool {
        (1...255).contains(key.utf8.count) && key.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    /// `00-` 32 digits `-` 16 digits `-` 2 digits, lower-case hexadecimal, neither id all zero; nil otherwise.
    public static func wellFormed(_ traceparent: String) -> String? {
        let parts = traceparent.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard traceparent.utf8.count == 55, parts.map(\.count) == [2, 32, 16, 2], parts[0].elementsEqual("00".utf8)
        else { return nil }
        let isHexadecimal = parts.joined().allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        let isZero = parts[1...2].contains { $0.allSatisfy { $0 == 0x30 } }
        return isHexadecimal && !isZero ? traceparent : nil
    }
}
