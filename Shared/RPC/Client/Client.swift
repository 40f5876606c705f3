public import Contract
internal import NIOCore
internal import Synchronization
internal import Tracing

/// Calls the methods of one service over its socket.
///
/// One connection, made when it is first needed and made again when it was lost, carries all calls at the same time.
/// A call that was sent and not answered when the connection ends fails with ``OutcomeUnknown``; it is never sent a
/// second time on its own.
public final class Client: Sendable {
    public let path: String
    private let settings: ClientSettings
    private let link: NIOLoopBoundBox<ClientLink>
    private let lastID = Atomic<Int64>(0)

    public init(path: String, settings: ClientSettings = ClientSettings()) {
        self.path = path
        self.settings = settings
        let eventLoop = settings.group.next()
        link = .makeBoxSendingValue(
            ClientLink(path: path, settings: settings, eventLoop: eventLoop),
            eventLoop: eventLoop
        )
    }

    /// Calls a method.
    /// - Throws: the method's own refusal; ``Fault`` for every other answer; ``ConnectionFailure`` when nothing was
    ///   sent; ``OutcomeUnknown`` when the answer is lost; `CancellationError` when the task was cancelled, which the
    ///   service is told.
    public func call<M: Method>(_ method: M, meta: CallMeta = CallMeta()) async throws -> M.Reply {
        let response = try await send(M.name, method, meta)
        return try ClientMessage.reply(to: M.self, response)
    }

    /// Calls a method by its name.
    /// - Parameter params: an object or an array. Only an object carries the meta.
    /// - Throws: as the typed call, with a refusal as ``Fault``.
    public func call(name: String, params: JSONValue = [:], meta: CallMeta = CallMeta()) async throws -> JSONValue {
        let response = try await send(name, params, meta)
        return try ClientMessage.value(of: response, as: JSONValue.self)
    }

    /// Closes the connection. Calls under way end with ``OutcomeUnknown``, later ones with ``ConnectionFailure``.
    public func close() async {
        let link = link
        try? await link.eventLoop.submit { link.value.close() }.get()
    }

    private func send(_ name: String, _ params: some Encodable & Sendable, _ meta: CallMeta) async throws -> [UInt8] {
        let deadline = deadline(meta)
        var meta = meta
        if meta.authorization == nil { meta.authorization = try await settings.authorization() }
        addTrace(&meta)
        while true {
            meta.timeoutMilliseconds = milliseconds(until: deadline)
            let id = lastID.wrappingAdd(1, ordering: .relaxed).newValue
            let bytes = try ClientMessage.request(
                id: id,
                name: name,
                params: params,
                meta: ClientMessage.meta(meta, for: params)
            )
            let response = try await exchange(OutgoingCall(id: id, method: name, bytes: bytes, deadline: deadline))
            guard let pause = pauseBeforeRepeating(response, deadline) else { return response }
            // As long as the service asked for; it was busy or ending, and says nothing when it is so no more.
            try await Task.sleep(for: pause)
        }
    }

    /// One request and its response.
    private func exchange(_ call: OutgoingCall) async throws -> [UInt8] {
        let link = link
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                link.eventLoop.execute { link.value.send(call, continuation) }
            }
        } onCancel: {
            call.cancellation.set()
            link.eventLoop.execute { link.value.cancel(call.id) }
        }
    }

    private func deadline(_ meta: CallMeta) -> ContinuousClock.Instant {
        let asked = meta.timeoutMilliseconds.map { Duration.milliseconds($0) } ?? settings.timeout
        let own = ContinuousClock.now + asked
        guard let outer = CurrentCall.value?.deadline else { return own }
        return min(own, outer - settings.deadlineMargin)
    }

    /// What is left, in the bounds that the protocol sets.
    private func milliseconds(until deadline: ContinuousClock.Instant) -> Int {
        let (seconds, attoseconds) = (deadline - ContinuousClock.now).components
        return Int(max(1, min(300_000, seconds * 1000 + attoseconds / 1_000_000_000_000_000)))
    }

    private func addTrace(_ meta: inout CallMeta) {
        if meta.traceparent != nil { return }
        if let tracer = settings.tracer {
            tracer.inject(ServiceContext.current ?? .topLevel, into: &meta, using: CallSpan.MetaInjector())
        } else if let served = CurrentCall.value?.meta {
            (meta.traceparent, meta.tracestate, meta.baggage) = (served.traceparent, served.tracestate, served.baggage)
        }
    }

    /// Nil where the response is to be kept. Only answers that say that nothing was run are not.
    private func pauseBeforeRepeating(_ response: [UInt8], _ deadline: ContinuousClock.Instant) -> Duration? {
        guard settings.repeatsWhenTurnedAway, let fault = ClientMessage.turnedAway(response) else {
            return nil
        }
        let pause = fault.retryAfterMilliseconds.map { Duration.milliseconds($0) } ?? settings.retryPause
        return ContinuousClock.now + pause < deadline ? pause : nil
    }
}
