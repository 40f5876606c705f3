public import Logging
public import Tracing

/// How a server behaves, and what it asks its host for. Everything has a default that suits a test.
public struct ServerSettings: Sendable {
    /// Sizes, counts and durations.
    public var limits = Limits()
    /// What replies on raw connections end with.
    public var terminator = TerminatorSetting.mirror
    /// Whether a request without `"jsonrpc":"2.0"` is served; for callers that are being moved over.
    public var acceptsMissingVersion = false
    /// Event loops. Two suit two cores.
    public var loops = 2
    /// How long a caller that was cut off may go on sending before its socket is closed: it needs the time to read why.
    public var lingering = Duration.seconds(1)
    /// A call that takes longer is logged with its method.
    public var slowCall = Duration.seconds(1)
    /// Of each method's slow calls one is told in that time, with how many there were since the last.
    public var slowCallPause = Duration.seconds(60)
    /// Which peers may connect at all; a gate in front of tokens, never the identity.
    public var admitsPeer: @Sendable (Peer) -> Bool = { _ in true }
    /// Turns what a handler threw into what the caller sees. ``Fault`` itself goes out as it is.
    public var mapError: @Sendable (any Error, Call) -> Fault = { _, _ in .internalError(trace: nil) }
    /// The answer to `rpc.discover`, as JSON.
    public var discovery: [UInt8] = Array("{}".utf8)
    /// The answer to `service.info`, as JSON: name, version, limits, and what the caller may do.
    public var info: @Sendable (Call) async throws -> [UInt8] = { _ in Array("{}".utf8) }
    /// Checks the token of `rpc.authenticate`, which is then kept for the connection. Throws to refuse it.
    public var authenticate: @Sendable (String, Call) async throws -> Void = { _, _ in }
    /// The state of the named service, or of the whole process for nil or an empty name. Answers within 10 ms.
    public var health: @Sendable (String?) async -> HealthReport = { _ in HealthReport(.serving) }
    /// The text of `GET /metrics`.
    public var metricsPage: @Sendable () async -> String = { "" }
    /// Makes spans of calls; nil when tracing is off, which then costs nothing.
    public var tracer: (any Tracer)?
    /// Where slow calls and connection trouble are told.
    public var logger = Logger(label: "rpc")

    public init() {}
}
