public import Models
public import ServiceContextModule

/// The W3C trace that a call belongs to.
public struct TraceContext: Sendable, Hashable {
    /// 32 hexadecimal digits: the same in all services that one request has touched.
    public let traceID: String
    /// 16 hexadecimal digits: this step of it.
    public let spanID: String
    public let flags: String

    public var traceparent: String { "00-\(traceID)-\(spanID)-\(flags)" }

    /// - Parameter traceparent: version 00, checked for its form by whoever read it off the wire.
    public init?(traceparent: String) {
        let parts = traceparent.split(separator: "-").map(String.init)
        guard parts.count == 4, parts[1].utf8.count == 32, parts[2].utf8.count == 16 else { return nil }
        traceID = parts[1]
        spanID = parts[2]
        flags = parts[3]
    }

    private init(traceID: String, spanID: String, flags: String) {
        self.traceID = traceID
        self.spanID = spanID
        self.flags = flags
    }

    /// A new trace.
    public static func root(_ random: RandomSource) -> TraceContext {
        let bits = random.bits128() | 1
        return TraceContext(traceID: hex(bits, 32), spanID: hex(random.bits128() | 1, 16), flags: "01")
    }

    /// A step within this trace.
    public func child(_ random: RandomSource) -> TraceContext {
        TraceContext(traceID: traceID, spanID: Self.hex(random.bits128() | 1, 16), flags: flags)
    }

    private static func hex(_ bits: UInt128, _ digits: Int) -> String {
        let text = String(bits, radix: 16)
        return String((String(repeating: "0", count: max(0, digits - text.count)) + text).suffix(digits))
    }

    /// The trace of the task that asks.
    public static var current: TraceContext? { ServiceContext.current?.trace }
}

extension ServiceContext {
    private enum TraceKey: ServiceContextKey {
        typealias Value = TraceContext
        static let nameOverride: String? = "traceparent"
    }

    public var trace: TraceContext? {
        get { self[TraceKey.self] }
        set { self[TraceKey.self] = newValue }
    }
}
