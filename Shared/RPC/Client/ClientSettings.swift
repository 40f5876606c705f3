public import NIOCore
internal import NIOPosix
public import Tracing

/// How a client behaves.
public struct ClientSettings: Sendable {
    /// How long a call may take that names no time of its own, connecting included. A call made while another is being
    /// served never gets more than is left of that one.
    public var timeout = Duration.seconds(30)
    /// How long a service that is not there is looked for again before a call fails, within its deadline.
    public var patience = Duration.seconds(2)
    /// The pause between two attempts to connect, or to call a service that was busy.
    public var retryPause = Duration.milliseconds(200)
    /// Taken off what is left of a deadline when it is passed on, so that the answer arrives before it is over.
    public var deadlineMargin = Duration.milliseconds(5)
    /// Whether a call that was turned away as busy or draining, and so was not run, is made again within its deadline.
    public var repeatsWhenTurnedAway = true
    /// The largest message that is taken from the service, in bytes.
    public var responseLimit = 17 << 20
    /// Gives the token for calls whose meta has none.
    public var authorization: @Sendable () async throws -> String? = { nil }
    /// Writes the current trace into each call; nil when tracing is off. The trace of a call that is being served is
    /// then passed on as it came.
    public var tracer: (any Tracer)?
    /// Where connections live.
    public var group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton

    public init() {}
}
