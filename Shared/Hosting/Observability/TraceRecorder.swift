import Instrumentation
public import Models
public import ServiceContextModule
import Synchronization
public import Tracing

/// Carries `traceparent` from a call into the task that answers it, and from there into the calls that it makes and the
/// events that it publishes; finished spans are handed to a sink.
public struct TraceRecorder: Tracer {
    private let random: RandomSource
    private let finished: @Sendable (FinishedSpan) -> Void

    /// - Parameter finished: called once for each span that ends.
    public init(random: RandomSource = .system, finished: @escaping @Sendable (FinishedSpan) -> Void = { _ in }) {
        self.random = random
        self.finished = finished
    }

    public func startSpan<Moment: TracerInstant>(
        _ operationName: String,
        context: @autoclosure () -> ServiceContext,
        ofKind kind: SpanKind,
        at instant: @autoclosure () -> Moment,
        function: String,
        file fileID: String,
        line: UInt
    ) -> StepSpan {
        var context = context()
        let parent = context.trace
        context.trace = parent?.child(random) ?? .root(random)
        return StepSpan(
            operationName,
            context: context,
            parent: parent,
            start: instant().nanosecondsSinceEpoch,
            finished: finished
        )
    }

    public func forceFlush() {}

    public func extract<Carrier, Extract: Extractor>(
        _ carrier: Carrier,
        into context: inout ServiceContext,
        using extractor: Extract
    )
    where Extract.Carrier == Carrier {
        context.trace = extractor.extract(key: "traceparent", from: carrier).flatMap(TraceContext.init(traceparent:))
    }

    public func inject<Carrier, Inject: Injector>(
        _ context: ServiceContext,
        into carrier: inout Carrier,
        using injector: Inject
    )
    where Inject.Carrier == Carrier {
        guard let trace = context.trace else { return }
        injector.inject(trace.traceparent, forKey: "traceparent", into: &carrier)
    }
}

/// A step of a trace that has ended.
public struct FinishedSpan: Sendable {
    public let name: String
    public let trace: TraceContext
    public let parentSpanID: String?
    /// Nanoseconds since 1970.
    public let start: UInt64
    public let end: UInt64
    public let attributes: SpanAttributes
    public let isError: Bool
}

/// A step of a trace while it goes on.
public final class StepSpan: Span, Sendable {
    private struct State {
        var name: String
        var attributes: SpanAttributes = [:]
        var isError = false
        var hasEnded = false
    }

    public let context: ServiceContext
    private let parent: TraceContext?
    private let start: UInt64
    private let finished: @Sendable (FinishedSpan) -> Void
    private let state: Mutex<State>

    init(
        _ name: String,
        context: ServiceContext,
        parent: TraceContext?,
        start: UInt64,
        finished: @escaping @Sendable (FinishedSpan) -> Void
    ) {
        self.context = context
        self.parent = parent
        self.start = start
        self.finished = finished
        state = Mutex(State(name: name))
    }

    public var operationName: String {
        get { state.withLock { $0.name } }
        set { state.withLock { $0.name = newValue } }
    }

    public var attributes: SpanAttributes {
        get { state.withLock { $0.attributes } }
        set { state.withLock { $0.attributes = newValue } }
    }

    public var isRecording: Bool { state.withLock { !$0.hasEnded } }
    public func setStatus(_ status: SpanStatus) { state.withLock { $0.isError = status.code == .error } }
    public func addEvent(_ event: SpanEvent) {}
    public func addLink(_ link: SpanLink) {}

    public func recordError<Moment: TracerInstant>(
        _ error: any Error,
        attributes: SpanAttributes,
        at instant: @autoclosure () -> Moment
    ) {
        state.withLock { $0.isError = true }
    }

    public func end<Moment: TracerInstant>(at instant: @autoclosure () -> Moment) {
        let now = instant().nanosecondsSinceEpoch
        let last = state.withLock { state -> State? in
            guard !state.hasEnded else { return nil }
            state.hasEnded = true
            return state
        }
        guard let last, let trace = context.trace else { return }
        finished(
            FinishedSpan(
                name: last.name,
                trace: trace,
                parentSpanID: parent?.spanID,
                start: start,
                end: now,
                attributes: last.attributes,
                isError: last.isError
            )
        )
    }
}
